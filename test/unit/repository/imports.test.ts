import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { nodesOf, sourcesUnder } from './sources.ts';

/** What a file takes from the project's own files, types included, as paths from the root of the repository. */
function importsOf(file: string): readonly string[] {
  return nodesOf(file).flatMap((node) => {
    const from = importedBy(node);
    return from?.startsWith('.') === true ? [join(dirname(file), from)] : [];
  });
}

/** The name of the file that a statement or a call imports or hands on. */
function importedBy(node: ts.Node): string | undefined {
  const isCall = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const from =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
        ? node.argument.literal
        : isCall
          ? node.arguments[0]
          : undefined;
  return from !== undefined && ts.isStringLiteralLike(from) ? from.text : undefined;
}

/** The ways that lead from a file through what it imports back to it; each circle is told once. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    } else if (!done.has(file)) {
      imports.get(file)?.forEach((next) => visit(next, [...path, file]));
      done.add(file);
    }
  };
  [...imports.keys()].forEach((file) => visit(file, []));
  return circles;
}

describe('the imports of the sources', () => {
  const files = sourcesUnder('src');
  const imports = new Map(files.map((file) => [file, importsOf(file)]));

  it('lead to files that are there', () => {
    const all = [...imports.values()].flat();
    assert.ok(all.length > files.length);
    assert.deepEqual(
      all.filter((file) => !imports.has(file)),
      [],
    );
  });

  it('form no circle, of types neither', () => assert.deepEqual(circlesIn(imports), []));

  it('would be seen to form one, however long it is', () => {
    const drawn = new Map(Object.entries({ a: ['b', 'c'], b: ['c'], c: ['d'], d: ['b'] }));
    assert.deepEqual(circlesIn(drawn), ['b → c → d → b']);
  });
});
