import type { FromDetailPage, SessionReference } from '../../shared/detail.ts';
import { readMessageToPage } from '../../shared/detail.ts';
import { registerToolkit } from '../registerToolkit.ts';
import { makePage } from './page.ts';

interface VsCodeApi {
  postMessage(message: FromDetailPage): void;
  /** What VS Code hands back to the host after a reload. */
  setState(reference: SessionReference): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const page = makePage((message) => vscode.postMessage(message));

registerToolkit();
document.body.append(page.element);
window.addEventListener('message', (event) => {
  const message = readMessageToPage(event.data);
  if (!message) return;
  vscode.setState(message.reference);
  page.show(message.view);
});
vscode.postMessage({ type: 'ready' });
