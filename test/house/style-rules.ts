import ts from 'typescript';
import { isNamed, lineOf, nodes, placeOf } from './source-files.js';
import type { SourceFile } from './source-files.js';

/** One rule of the house about a single file; finds nothing or sentences that say where and why. */
export type StyleRule = (file: SourceFile) => readonly string[];

export const FILE_LINES = 400;
export const FUNCTION_LINES = 70;

export const keepsFilesShort: StyleRule = ({ path, text }) => {
  const lines = text.trimEnd().split('\n').length;
  if (lines <= FILE_LINES || path.endsWith('.table.ts')) return [];
  return [`${path} has ${lines} lines; a file is one thought of at most ${FILE_LINES} (data tables are *.table.ts).`];
};

/** In tests the callback of `describe` is a chapter, not a function; each `it` counts. */
export const keepsFunctionsShort: StyleRule = (file) =>
  [...nodes(file.tree)].filter(isFunction).flatMap((node) => {
    if (isChapter(node)) return [];
    const lines = lineOf(file.tree, node.end) - lineOf(file.tree, node.getStart(file.tree)) + 1;
    if (lines <= FUNCTION_LINES) return [];
    return [`${placeOf(file, node)} is a function of ${lines} lines; one fits a screen, at most ${FUNCTION_LINES}.`];
  });

export const knowsNoAny: StyleRule = (file) =>
  [...nodes(file.tree)]
    .filter((node) => node.kind === ts.SyntaxKind.AnyKeyword)
    .map((node) => `${placeOf(file, node)} says "any"; "unknown" and a check at the door say the truth.`);

/** `x!` claims what nobody checked. `x!: T` is for the entities, whose fields TypeORM fills. */
export const assertsNothingNonNull: StyleRule = (file) =>
  [...nodes(file.tree)]
    .filter((node) => ts.isNonNullExpression(node) || isDefiniteOutsideEntities(file.path, node))
    .map((node) => `${placeOf(file, node)} asserts with "!"; handle the case that nothing is there.`);

/** Only adapters may tell the compiler what a driver hands over. `as const` claims nothing. */
export const castsOnlyInAdapters: StyleRule = (file) =>
  file.path.startsWith('src/adapters/')
    ? []
    : [...nodes(file.tree)]
        .filter((node) => ts.isTypeAssertionExpression(node) || (ts.isAsExpression(node) && !isAsConst(node)))
        .map((node) => `${placeOf(file, node)} casts with "as"; parse at the door, then the type is known.`);

const DECORATED = /^src\/(api|worker|modules|adapters\/postgres\/entities)\//;

export const decoratesOnlyAtTheEdges: StyleRule = (file) =>
  DECORATED.test(file.path)
    ? []
    : [...nodes(file.tree)]
        .filter(ts.isDecorator)
        .map((node) => `${placeOf(file, node)} is a decorator; they stay in api, worker, modules and the entities.`);

export const readsTheEnvironmentInOnePlace: StyleRule = (file) =>
  file.path === 'src/config.ts'
    ? []
    : [...nodes(file.tree)]
        .filter((node) => readsEnvironment(node))
        .map((node) => `${placeOf(file, node)} reads the environment; only src/config.ts does, typed and checked.`);

export const knowsNoForwardRef: StyleRule = (file) =>
  [...nodes(file.tree)]
    .filter((node) => isNamed(node, 'forwardRef'))
    .map((node) => `${placeOf(file, node)} needs forwardRef, so two modules need each other: take out what both need.`);

/** A file that only passes on others hides where things are, and makes rings. */
export const passesNothingOn: StyleRule = (file) => {
  const exports = file.tree.statements.filter(ts.isExportDeclaration);
  const stars = exports.filter((node) => node.moduleSpecifier && !node.exportClause);
  const onlyPassesOn =
    file.tree.statements.length > 0 &&
    file.tree.statements.every((node) => ts.isExportDeclaration(node) && node.moduleSpecifier);
  return [
    ...stars.map((node) => `${placeOf(file, node)} passes everything on with "export *"; import from where it is.`),
    ...(onlyPassesOn ? [`${file.path} only passes on what others export; import from where it is.`] : []),
  ];
};

const NO_NAMES = ['common', 'utils', 'util', 'shared', 'base', 'index'];

export const namesWhatThingsAre: StyleRule = ({ path }) => {
  const parts = path.split('/');
  const stems = parts.map((part) => part.replace(/\..*$/, ''));
  const empty = stems.filter((stem) => NO_NAMES.includes(stem));
  const file = parts.at(-1) ?? '';
  return [
    ...empty.map((stem) => `${path}: "${stem}" says nothing; name the file or folder by what it holds.`),
    ...(/\.service\.tsx?$/.test(file) ? [`${path}: name it by what it does instead of ".service".`] : []),
    ...(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.tsx?$/.test(file) ? [] : [`${path}: file names are kebab-case.`]),
  ];
};

/** Comments that switch a check off, each with its place and whether it gives a reason. */
export function switchedOff(file: SourceFile): readonly { readonly place: string; readonly reason: boolean }[] {
  const pattern = /(?:\/\/|\/\*)\s*(eslint-disable[\w-]*|@ts-(?:ignore|expect-error|nocheck))([^\n]*)/g;
  return [...file.text.matchAll(pattern)].map((match) => ({
    place: `${file.path}:${lineOf(file.tree, match.index)}`,
    reason: /--\s*\S+\s+\S+/.test(match[2] ?? ''),
  }));
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

function isChapter(node: ts.Node): boolean {
  const call = node.parent;
  return ts.isCallExpression(call) && /^x?describe\b/.test(call.expression.getText());
}

function isAsConst(node: ts.AsExpression): boolean {
  return ts.isTypeReferenceNode(node.type) && isNamed(node.type.typeName, 'const');
}

function isDefiniteOutsideEntities(path: string, node: ts.Node): boolean {
  if (!ts.isPropertyDeclaration(node) && !ts.isVariableDeclaration(node)) return false;
  return node.exclamationToken !== undefined && !path.startsWith('src/adapters/postgres/entities/');
}

function readsEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'env' && isNamed(node.expression, 'process');
  if (ts.isElementAccessExpression(node)) {
    return isNamed(node.expression, 'process') && node.argumentExpression.getText() === `'env'`;
  }
  if (ts.isBindingElement(node)) {
    const from = ts.isVariableDeclaration(node.parent.parent) ? node.parent.parent.initializer : undefined;
    return from !== undefined && isNamed(from, 'process') && isNamed(node.propertyName ?? node.name, 'env');
  }
  return ts.isImportSpecifier(node) && isNamed(node.propertyName ?? node.name, 'env');
}
