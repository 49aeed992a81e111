import ts from 'typescript';
import { nodes, placeOf } from './source-files.js';
import type { SourceFile } from './source-files.js';

/** The one function that writes the state of an invoice: it sees the old state and the audit event in the same breath. */
export const STATE_WRITER = { file: 'src/adapters/postgres/stores/postgres-invoice-records.ts', method: 'writeState' };
/** The one use case that calls it. */
export const STATE_CHANGER = 'src/pipeline/change-state.ts';

/** Places where the state of an invoice is written by the means of TypeORM or by SQL in a text. */
export function stateWrites(file: SourceFile): readonly string[] {
  return [...nodes(file.tree)]
    .filter((node) => writesByMapper(node) || writesBySql(node))
    .map((node) => whereIs(file, node));
}

/** Whether a text of SQL sets the column `state` of the invoices. */
export function setsStateBySql(sql: string): boolean {
  const update = /\bupdate\s+(?:only\s+)?(?:"?\w+"?\.)?"?invoice"?\s(?:(?!\bwhere\b|;)[\s\S])*?\bset\b([\s\S]*)/i.exec(
    sql,
  );
  const assignments = update?.[1]?.split(/\bwhere\b|;/i)[0] ?? '';
  return /(?:^|[,(\s])"?state"?\s*(?:=|,[^=]*\)\s*=|\)\s*=)/i.test(assignments);
}

/** Calls of `writeState`, with the file they stand in. */
export function callsOfTheWriter(file: SourceFile): readonly string[] {
  return [...nodes(file.tree)]
    .filter((node) => ts.isCallExpression(node) && methodOf(node) === STATE_WRITER.method)
    .map(() => file.path);
}

function whereIs(file: SourceFile, node: ts.Node): string {
  const method = ts.findAncestor(node, ts.isMethodDeclaration);
  const isTheWriter = file.path === STATE_WRITER.file && method?.name.getText() === STATE_WRITER.method;
  return isTheWriter
    ? 'the state writer'
    : `${placeOf(file, node)} writes the state of an invoice; only ${STATE_CHANGER} may.`;
}

function writesByMapper(node: ts.Node): boolean {
  if (isStateAssignment(node)) return true;
  if (!ts.isCallExpression(node)) return false;
  const method = methodOf(node);
  if (method === 'set') return node.arguments.some(holdsState);
  const ofInvoices = node.arguments[0]?.getText() === 'InvoiceEntity';
  return ofInvoices && ['update', 'save', 'upsert'].includes(method ?? '') && node.arguments.slice(-1).some(holdsState);
}

/** `invoice.state = …` on an entity is written by the next `save`. */
function isStateAssignment(node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(node.left) &&
    node.left.name.text === 'state'
  );
}

function holdsState(argument: ts.Expression): boolean {
  return [...nodes(argument)].some(
    (node) =>
      (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) && node.name.getText() === 'state',
  );
}

function writesBySql(node: ts.Node): boolean {
  return (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) && setsStateBySql(node.getText());
}

function methodOf(call: ts.CallExpression): string | undefined {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : undefined;
}
