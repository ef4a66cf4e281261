import { window, type WebviewPanel } from 'vscode';
import { AutoRefresh } from './autoRefresh.ts';

/** What refreshes a panel while a person looks at it, until it is closed. */
export function autoRefreshOf(panel: WebviewPanel, refresh: () => void): AutoRefresh {
  const isSeen = () => panel.visible && panel.active && window.state.focused;
  const autoRefresh = new AutoRefresh({ isSeen, refresh });
  panel.onDidChangeViewState(() => autoRefresh.look());
  const windowStates = window.onDidChangeWindowState(() => autoRefresh.look());
  panel.onDidDispose(() => {
    autoRefresh.stop();
    windowStates.dispose();
  });
  return autoRefresh;
}
