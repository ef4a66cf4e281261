import type { FromDetailPage, KeptDetail, SessionReference } from '../../shared/detail.ts';
import { readMessageToPage } from '../../shared/detail.ts';
import { registerToolkit } from '../registerToolkit.ts';
import { makePage } from './page.ts';

interface VsCodeApi {
  postMessage(message: FromDetailPage): void;
  /** What VS Code hands back to the host after a reload. */
  setState(kept: SessionReference | KeptDetail): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
let shown: SessionReference | undefined;
const page = makePage((message) => {
  const isAboutSession = message.type === 'copy' || message.type === 'reveal' || message.type === 'keep';
  vscode.postMessage(isAboutSession ? { ...message, reference: shown } : message);
});

registerToolkit();
document.body.append(page.element);
window.addEventListener('message', (event) => {
  const message = readMessageToPage(event.data);
  if (!message) return;
  shown = message.reference;
  vscode.setState(message.isKept ? { ...shown, kept: true } : shown);
  // For VS Code's context menu: what its commands get; a field adds its key.
  page.element.dataset['vscodeContext'] = JSON.stringify({
    webviewSection: 'session',
    preventDefaultContextMenuItems: true,
    ...shown,
  });
  page.show(message.view);
});
vscode.postMessage({ type: 'ready' });
