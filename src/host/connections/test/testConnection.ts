import { Disposable, l10n, QuickPickItemKind, ThemeIcon, window, type QuickPickItem } from 'vscode';
import type { Probe } from '../../../core/connections/test/probe.ts';
import type { Connection } from '../../../core/connections/connection.ts';
import { visibleText } from '../../../core/text/visibleText.ts';
import { actionWords } from '../../failures/actionWords.ts';
import type { FailureAction } from '../../../shared/failureAction.ts';
import { wordsOf } from '../../failures/wordsOf.ts';
import { stepLines } from './stepLines.ts';

interface Line extends QuickPickItem {
  readonly action?: FailureAction;
}

/**
 * Tests a connection behind a list of its steps, which fills while the answers come; resolves to what the person wants
 * to do about it, or to undefined when they close the list, which also ends the test.
 */
export async function testConnection(connection: Connection): Promise<Exclude<FailureAction, 'retry'> | undefined> {
  for (;;) {
    const chosen = await testOnce(connection);
    if (chosen !== 'retry') {
      return chosen;
    }
  }
}

async function testOnce(connection: Connection): Promise<FailureAction | undefined> {
  const { name, baseUrl } = connection.settings;
  const box = window.createQuickPick<Line>();
  const abort = new AbortController();
  const done = Promise.withResolvers<FailureAction | undefined>();
  box.title = l10n.t('Test Connection: {0}', visibleText(name));
  box.placeholder = l10n.t('Testing the connection to {0}…', new URL(baseUrl).host);
  box.ignoreFocusOut = true;
  box.busy = true;
  const listening = Disposable.from(
    box.onDidHide(() => done.resolve(undefined)),
    box.onDidAccept(() => {
      const action = box.selectedItems[0]?.action;
      if (action === undefined) {
        // A step itself does nothing when it is chosen; the actions are listed below the steps.
        box.activeItems = box.items.filter((line) => line.action !== undefined).slice(0, 1);
      } else {
        done.resolve(action);
      }
    }),
  );
  box.show();
  const onProgress = (probe: Probe) => (box.items = stepLines(connection.settings, probe));
  const ended = connection.test({ signal: abort.signal, onProgress }).then((probe) => {
    if (!abort.signal.aborted) {
      showEnd(box, connection, probe);
    }
  });
  try {
    await Promise.race([ended, done.promise]);
    return await done.promise;
  } finally {
    abort.abort();
    listening.dispose();
    box.dispose();
  }
}

function showEnd(box: ReturnType<typeof window.createQuickPick<Line>>, connection: Connection, probe: Probe): void {
  const lines = stepLines(connection.settings, probe);
  const next: Line = { label: l10n.t('What to do next'), kind: QuickPickItemKind.Separator };
  const isFine = probe.failure === undefined;
  box.items = [...lines, next, ...actionsAfter(probe)];
  // A screen reader reads the active line first, so that is the most important one.
  box.activeItems = lines.filter((line) => isFine || line.detail !== undefined).slice(0, 1);
  box.placeholder = probe.failure === undefined ? l10n.t('The connection works') : wordsOf(probe.failure).what;
  box.busy = false;
}

/** The actions that help against this failure come first, then those that are always offered. */
function actionsAfter({ failure }: Probe): readonly Line[] {
  const helpful = failure === undefined ? [] : wordsOf(failure).actions;
  const others =
    failure === undefined ? (['retry', 'showLog'] as const) : (['editConnection', 'retry', 'showLog'] as const);
  return [...new Set<FailureAction>([...helpful, ...others])].map((action) => ({
    action,
    label: action === 'retry' ? l10n.t('Test Again') : actionWords(action).label,
    iconPath: new ThemeIcon(icons[action]),
  }));
}

const icons: Readonly<Record<FailureAction, string>> = {
  retry: 'refresh',
  signIn: 'sign-in',
  editConnection: 'edit',
  chooseCaFile: 'folder-opened',
  addConnection: 'add',
  openSession: 'go-to-file',
  openSettings: 'go-to-file',
  export: 'export',
  showLog: 'output',
};
