import assert from 'node:assert/strict';
import ts from 'typescript';
import { nodesOf, sourcesUnder } from './sources.ts';

/** Names that must not occur in what ships, and what they would open. */
const banned: Readonly<Record<string, readonly string[]>> = {
  'makes markup of text': [
    'innerHTML',
    'outerHTML',
    'insertAdjacentHTML',
    'setHTMLUnsafe',
    'createContextualFragment',
    'DOMParser',
    'srcdoc',
    'supportHtml',
  ],
  'runs text': ['eval', 'Function', 'enableCommandUris', 'child_process', 'createTerminal', 'sendText'],
  'weakens TLS': ['NODE_TLS_REJECT_UNAUTHORIZED', 'ciphers', 'minVersion'],
  'writes past the log': ['console'],
  'lets a page send or keep': ['XMLHttpRequest', 'WebSocket', 'sendBeacon', 'localStorage', 'indexedDB'],
  "reads what is a workspace's": ['workspaceFolders', 'findFiles', 'getWorkspaceFolder', 'rootPath'],
};

const files = sourcesUnder('src');
/** The one place that reads certificates itself: it takes those for an address that Node's own check cannot see. */
const readsCertificates = 'src/core/pam/http/nodeTransport.ts';
/** VS Code keeps it on this machine, out of the workspace's reach; filters alone are kept there. */
const keepsFilters = 'src/extension.ts';

describe('the sources', () => {
  for (const [what, names] of Object.entries(banned)) {
    it(`have nothing that ${what}`, () => {
      const found = files.flatMap((file) =>
        nodesOf(file).flatMap((node) =>
          namesIn(node)
            .filter((name) => names.includes(name))
            .map((name) => `${file}: ${name}`),
        ),
      );
      assert.deepEqual(found, []);
    });
  }

  it('keep something for a workspace in one place only', () => {
    const keeping = files.filter((file) => nodesOf(file).some((node) => namesIn(node).includes('workspaceState')));
    assert.deepEqual(keeping, [keepsFilters]);
  });

  it('judge certificates in one place only', () => {
    const judging = files.filter((file) => nodesOf(file).some((node) => namesIn(node).includes('checkServerIdentity')));
    assert.deepEqual(judging, [readsCertificates]);
  });

  it('have certificates verified, in one place, and never not', () => {
    const naming = files.flatMap((file) =>
      nodesOf(file)
        .filter((node) => namesIn(node).includes('rejectUnauthorized'))
        .map(({ parent }) => [file, ts.isPropertyAssignment(parent) && isTrue(parent.initializer)]),
    );
    assert.deepEqual(naming, [[readsCertificates, true]]);
  });

  it('glue no text for people from pieces, which no translation could put in order', () => {
    const glued = files.flatMap((file) =>
      nodesOf(file)
        .filter((node) => ts.isCallExpression(node) && node.expression.getText() === 'l10n.t')
        .filter(({ parent }) => isSum(parent) || ts.isTemplateSpan(parent))
        .map(({ parent }) => `${file}: ${parent.getText()}`),
    );
    assert.deepEqual(glued, []);
  });

  it('trust no Markdown as a whole', () => {
    const trusted = files.filter((file) =>
      nodesOf(file).some(
        (node) =>
          (ts.isPropertyAssignment(node) && node.name.getText() === 'isTrusted' && isTrue(node.initializer)) ||
          (ts.isBinaryExpression(node) && node.left.getText().endsWith('.isTrusted') && isTrue(node.right)) ||
          (ts.isNewExpression(node) && node.expression.getText() === 'MarkdownString' && hasFlags(node)),
      ),
    );
    assert.deepEqual(trusted, []);
  });

  it('get at the secret storage in the composition root alone', () => {
    const users = files.filter((file) =>
      nodesOf(file).some((node) => ts.isPropertyAccessExpression(node) && node.getText() === 'context.secrets'),
    );
    assert.deepEqual(users, ['src/extension.ts']);
  });
});

/** What a node names, be it by an identifier or by a quoted name. */
function namesIn(node: ts.Node): readonly string[] {
  if (ts.isIdentifier(node)) return [node.text];
  return ts.isStringLiteralLike(node) ? [node.text.replace(/^node:/, '')] : [];
}

function isSum(node: ts.Node): boolean {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

function isTrue(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.TrueKeyword;
}

/** `new MarkdownString(text, true)` would make icons of the server's `$(name)`. */
function hasFlags(node: ts.NewExpression): boolean {
  return (node.arguments?.length ?? 0) > 1;
}
