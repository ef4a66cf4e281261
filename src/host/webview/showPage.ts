import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';

/** A page of `src/pages`, by the name of its script and style. */
export interface Page {
  readonly name: 'detail' | 'table' | 'compare';
  /** Hashes of the inline styles that the page may have, written as in a content security policy. */
  readonly styles: readonly string[];
}

/** Gives a webview its page, which holds no data and may run nothing but its own script. */
export function showPage(webview: Webview, extensionUri: Uri, { name, styles }: Page): void {
  const root = Uri.joinPath(extensionUri, 'dist', 'pages');
  const uriOf = (file: string) => webview.asWebviewUri(Uri.joinPath(root, file)).toString();
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `style-src ${[webview.cspSource, ...styles].join(' ')}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  webview.options = { enableScripts: true, localResourceRoots: [root] };
  webview.html = `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${uriOf(`${name}.style.css`)}">
  </head>
  <body>
    <script nonce="${nonce}" src="${uriOf(`${name}.js`)}"></script>
  </body>
</html>`;
}
