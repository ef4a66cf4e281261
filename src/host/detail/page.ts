import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';

/** The folders a detail page may load from. */
export function pageRoots(extensionUri: Uri): Uri[] {
  return [Uri.joinPath(extensionUri, 'dist', 'pages')];
}

/** The hash of nothing: the toolkit tries with one empty `<style>` whether `:focus-visible` is known. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The page's HTML: it holds no data and may run nothing but its own script. */
export function pageHtml(webview: Webview, extensionUri: Uri): string {
  const [root] = pageRoots(extensionUri);
  const uriOf = (file: string) => webview.asWebviewUri(Uri.joinPath(root ?? extensionUri, file)).toString();
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource} ${emptyStyle}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${uriOf('detail.style.css')}">
  </head>
  <body>
    <script nonce="${nonce}" src="${uriOf('detail.js')}"></script>
  </body>
</html>`;
}
