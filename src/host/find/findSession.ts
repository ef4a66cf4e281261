import { commands, l10n, ThemeIcon, window, type QuickInputButton, type QuickPick, type QuickPickItem } from 'vscode';
import { findingEverywhere } from '../../core/connections/findingEverywhere.ts';
import type { CommandContext } from '../commands/commandContext.ts';
import { knownSession } from '../commands/sessions/knownSession.ts';
import type { SessionReference } from '../../shared/detail.ts';
import { inGivenOrder } from '../prompts/inGivenOrder.ts';
import { ShownItems } from '../prompts/shownItems.ts';
import { unlessStopped } from '../table/unlessStopped.ts';
import { findItems, recentItems, type FindItem } from './findItems.ts';

type Item = QuickPickItem & { readonly item: FindItem };

interface Button extends QuickInputButton {
  readonly command: 'openSession' | 'openSessionToSide' | 'copySessionId' | 'revealInTree';
}

/** Finds sessions of all connections while a person types, and opens the one that is chosen. */
export async function findSession(context: CommandContext): Promise<void> {
  const pick = inGivenOrder(window.createQuickPick<Item>());
  pick.title = l10n.t('Find Session');
  pick.placeholder = l10n.t('An ID, the beginning of a Session ID, or a query such as user:admin is:live');
  const search = new Search(context, pick);
  const lists = context.connections.onDidChangeList(() => void search.again());
  const hidden = new Promise<void>((resolve) => void pick.onDidHide(() => resolve()));
  pick.onDidChangeValue(() => void search.again());
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    if (chosen !== undefined && choose(chosen.item)) {
      pick.hide();
    }
  });
  pick.onDidTriggerItemButton(({ item: { item }, button }) => {
    const { command } = button as Button;
    if (item.kind === 'session') {
      act(command, item.reference);
    }
    if (command !== 'copySessionId') {
      pick.hide();
    }
  });
  pick.show();
  void search.again();
  await hidden;
  search.end();
  lists.dispose();
  pick.dispose();
}

/** Keeps the items in step with what is typed; each text ends the work on the one before it. */
class Search {
  readonly #context: CommandContext;
  readonly #pick: QuickPick<Item>;
  readonly #items: ShownItems<Item>;
  #working = new AbortController();

  constructor(context: CommandContext, pick: QuickPick<Item>) {
    this.#context = context;
    this.#pick = pick;
    this.#items = new ShownItems(pick, ({ item }) => keyOf(item));
  }

  async again(): Promise<void> {
    this.end();
    const { connections, detail } = this.#context;
    const text = this.#pick.value;
    if (text.trim() === '') {
      const recent = detail.recent.map((reference) => {
        const isThere = connections.known(reference.connection) !== undefined;
        return { reference, session: isThere ? knownSession(connections, reference) : undefined };
      });
      this.#show(recentItems(connections, recent));
      return;
    }
    const working = new AbortController();
    this.#working = working;
    this.#pick.busy = true;
    const findings = await unlessStopped(findingEverywhere(connections.all, text), working.signal);
    if (findings !== undefined && this.#working === working) {
      this.#show(findItems(connections, text, findings));
    }
  }

  end(): void {
    this.#working.abort();
    this.#working = new AbortController();
  }

  #show(items: readonly FindItem[]): void {
    this.#pick.busy = false;
    this.#items.show(
      items.map((item) => ({
        item,
        iconPath: new ThemeIcon(item.icon),
        label: item.label,
        description: item.description,
        alwaysShow: true,
        ...(item.kind === 'session' ? { buttons: buttons() } : {}),
      })),
    );
  }
}

/** What a row stands for: what it says of a session changes with the list. */
function keyOf(item: FindItem): string {
  switch (item.kind) {
    case 'session':
    case 'ask':
      return JSON.stringify([item.kind, item.reference.connection, item.reference.id]);
    case 'load':
      return JSON.stringify([item.kind, item.connection.settings.id]);
    case 'note':
      return item.label;
  }
}

/** Does what an item stands for, and says whether that was the end of the search. */
function choose(item: FindItem): boolean {
  switch (item.kind) {
    case 'session':
    case 'ask':
      act('openSession', item.reference);
      return true;
    case 'load':
      // The store's state tells how it ends.
      item.connection.store.load().catch(() => undefined);
      return false;
    case 'note':
      return false;
  }
}

/** The command itself reports what fails. */
function act(command: Button['command'], session: SessionReference): void {
  void commands.executeCommand(`pamSessions.${command}`, session);
}

function buttons(): readonly Button[] {
  return [
    { command: 'openSession', iconPath: new ThemeIcon('go-to-file'), tooltip: l10n.t('Open Session') },
    { command: 'openSessionToSide', iconPath: new ThemeIcon('split-horizontal'), tooltip: l10n.t('Open to the Side') },
    { command: 'copySessionId', iconPath: new ThemeIcon('copy'), tooltip: l10n.t('Copy Session ID') },
    { command: 'revealInTree', iconPath: new ThemeIcon('list-tree'), tooltip: l10n.t('Reveal in Tree') },
  ];
}
