import type { FromTablePage, KeptTable } from '../../shared/table.ts';
import { readKeptTable, readMessageToTable } from '../../shared/table.ts';
import { makePage } from './page.ts';

interface VsCodeApi {
  postMessage(message: FromTablePage): void;
  getState(): unknown;
  /** What VS Code hands back to page and host after a reload. */
  setState(kept: KeptTable): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const page = makePage(
  (message) => vscode.postMessage(message),
  readKeptTable(vscode.getState()),
  (kept) => vscode.setState(kept),
);

document.body.append(page.element);
window.addEventListener('message', (event) => {
  const message = readMessageToTable(event.data);
  if (message !== undefined) page.receive(message);
});
vscode.postMessage({ type: 'ready' });
