import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../../..');

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown;
}

/** The paths of all sources under a folder of the project. */
export function sourcesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path));
}

/** Every node of a source file, read without running it: what imports vscode cannot be loaded here. */
export function nodesOf(path: string): readonly ts.Node[] {
  const file = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true);
  return descendants(file);
}

/** Whether a node is a text written out, quoted in whichever way. */
export function isLiteral(node: ts.Node): node is ts.StringLiteralLike {
  return ts.isStringLiteralLike(node);
}

/** The string literals within a node, itself included. */
export function literalsIn(node: ts.Node): readonly string[] {
  return [node, ...descendants(node)].flatMap((each) => (isLiteral(each) ? [each.text] : []));
}

/** The words of a union of string literals. */
export function wordsOfType(path: string, name: string): readonly string[] {
  return nodesOf(path).flatMap((node) =>
    ts.isTypeAliasDeclaration(node) && node.name.text === name ? literalsIn(node.type) : [],
  );
}

/** The string literals that are given to a property of this name. */
export function wordsOfProperty(path: string, name: string): readonly string[] {
  return nodesOf(path).flatMap((node) =>
    ts.isPropertyAssignment(node) && node.name.getText() === name ? literalsIn(node.initializer) : [],
  );
}

/** The text that a call of `l10n.t` shows, where it is written out: alone, or with a comment on what it means. */
export function shownText({ arguments: [text] }: ts.CallExpression): string | undefined {
  const message =
    text !== undefined && ts.isObjectLiteralExpression(text)
      ? text.properties.find((each) => ts.isPropertyAssignment(each) && each.name.getText() === 'message')
      : undefined;
  const literal = message !== undefined && ts.isPropertyAssignment(message) ? message.initializer : text;
  return literal !== undefined && isLiteral(literal) ? literal.text : undefined;
}

/** The calls of a function by its full name, such as `l10n.t`. */
export function callsOf(path: string, name: string): readonly ts.CallExpression[] {
  return nodesOf(path).filter(
    (node) => ts.isCallExpression(node) && node.expression.getText() === name,
  ) as ts.CallExpression[];
}

function descendants(node: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  node.forEachChild((child) => {
    found.push(child, ...descendants(child));
  });
  return found;
}
