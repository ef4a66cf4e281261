import { readMessageToCompare, type FromComparePage, type KeptCompare } from '../../shared/compare.ts';
import { makePage } from './page.ts';

interface VsCodeApi {
  postMessage(message: FromComparePage): void;
  /** What VS Code hands back to the host after a reload. */
  setState(kept: KeptCompare): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const page = makePage((position) => vscode.postMessage({ type: 'open', position }));

document.body.append(page.element);
window.addEventListener('message', (event) => {
  const message = readMessageToCompare(event.data);
  if (!message) return;
  vscode.setState({ references: message.references });
  page.show(message.view);
});
vscode.postMessage({ type: 'ready' });
