import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import ts from 'typescript';

/** One file of the program, parsed. Paths are relative to the repository and use `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The file meant by a relative specifier; undefined for a package. */
  readonly file: string | undefined;
  /** `import()` is loaded only when it is reached. */
  readonly dynamic: boolean;
  /** Gone after compilation. */
  readonly typeOnly: boolean;
  readonly line: number;
}

const ROOT = resolve(import.meta.dirname, '../..');

/** Every TypeScript file below the folders; folders that do not exist (yet) hold none. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => posixPath(relative(ROOT, join(entry.parentPath, entry.name))))
    .filter((path) => !path.includes('node_modules/'))
    .sort()
    .map(parse);
}

/** A text file of the repository, or undefined where there is none. */
export function textOf(path: string): string | undefined {
  return existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : undefined;
}

export function parse(path: string): SourceFile {
  return parseText(path, readFileSync(join(ROOT, path), 'utf8'));
}

export function parseText(path: string, text: string): SourceFile {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, kind);
  return { path, text, tree, imports: [...nodes(tree)].flatMap((node) => importOf(path, tree, node)) };
}

/** Every node below a node, the node itself first. */
export function* nodes(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* nodes(child);
}

export function lineOf(tree: ts.SourceFile, position: number): number {
  return tree.getLineAndCharacterOfPosition(position).line + 1;
}

/** `path:line` of a node, as editors and terminals link it. */
export function placeOf(file: SourceFile, node: ts.Node): string {
  return `${file.path}:${lineOf(file.tree, node.getStart(file.tree))}`;
}

/** The name of the package in a specifier: `@nestjs/common`, `pg`, `node:fs`; without the path inside of it. */
export function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function importOf(path: string, tree: ts.SourceFile, node: ts.Node): readonly Import[] {
  const found = specifierOf(node);
  if (!found) return [];
  const specifier = found.literal.text;
  const line = lineOf(tree, node.getStart(tree));
  return [{ specifier, file: fileOf(path, specifier), dynamic: found.dynamic, typeOnly: found.typeOnly, line }];
}

interface FoundSpecifier {
  readonly literal: ts.StringLiteralLike;
  readonly dynamic: boolean;
  readonly typeOnly: boolean;
}

function specifierOf(node: ts.Node): FoundSpecifier | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteralLike(node.moduleSpecifier)) {
    return { literal: node.moduleSpecifier, dynamic: false, typeOnly: bringsTypesOnly(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteralLike(node.moduleSpecifier)) {
    return { literal: node.moduleSpecifier, dynamic: false, typeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { literal: node.argument.literal, dynamic: false, typeOnly: true };
  }
  if (!ts.isCallExpression(node)) return undefined;
  const [argument] = node.arguments;
  if (node.expression.kind !== ts.SyntaxKind.ImportKeyword && !isNamed(node.expression, 'require')) return undefined;
  if (!argument || !ts.isStringLiteralLike(argument)) return undefined;
  return { literal: argument, dynamic: true, typeOnly: false };
}

function bringsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  if (clause.name || !clause.namedBindings || !ts.isNamedImports(clause.namedBindings)) return false;
  return clause.namedBindings.elements.every((element) => element.isTypeOnly);
}

export function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

function fileOf(importer: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const target = posix.normalize(posix.join(posixPath(dirname(importer)), specifier));
  const candidates = [
    target.replace(/\.js$/, '.ts'),
    target.replace(/\.jsx?$/, '.tsx'),
    `${target}.ts`,
    `${target}.tsx`,
  ];
  return candidates.find((candidate) => existsSync(join(ROOT, candidate))) ?? target;
}

function posixPath(path: string): string {
  return path.replaceAll('\\', '/');
}
