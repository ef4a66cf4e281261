import type { FromDetailPage, KeptDetail, SessionReference } from '../../shared/detail.ts';
import { isSameSession, readMessageToPage } from '../../shared/detail.ts';
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
  const isAboutAny = message.type === 'ready' || message.type === 'refresh' || message.type === 'button';
  vscode.postMessage(isAboutAny ? message : { ...message, reference: shown });
});

registerToolkit();
document.body.append(page.element);
window.addEventListener('message', (event) => {
  const message = readMessageToPage(event.data);
  if (!message) return;
  if (message.type === 'neighbours') {
    if (shown !== undefined && isSameSession(shown, message.reference)) page.showNeighbours(message.view);
    return;
  }
  shown = message.reference;
  vscode.setState(message.isKept ? { ...shown, kept: true } : shown);
  // For VS Code's context menu: what its commands get; a field adds its key.
  page.element.dataset['vscodeContext'] = JSON.stringify({
    webviewSection: 'session',
    preventDefaultContextMenuItems: true,
    webviewTicket: message.view.places?.includes('ticket') ?? false,
    webviewPam: message.view.places?.includes('pam') ?? false,
    ...shown,
  });
  page.show(message.view);
});
vscode.postMessage({ type: 'ready' });
