import type { FromDetailPage } from '../../shared/detail.ts';
import { readMessageToPage } from '../../shared/detail.ts';
import { registerToolkit } from '../toolkit.ts';
import { makeDetailPage } from './view.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromDetailPage): void };

const vscode = acquireVsCodeApi();
const page = makeDetailPage((message) => vscode.postMessage(message));

registerToolkit();
document.body.append(page.element);
window.addEventListener('message', (event) => {
  const message = readMessageToPage(event.data);
  if (message) page.show(message.view);
});
vscode.postMessage({ type: 'ready' });
