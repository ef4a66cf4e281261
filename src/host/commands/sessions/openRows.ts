import { l10n, window } from 'vscode';
import { countText } from '../../countText.ts';
import { agree } from '../../prompts/agree.ts';
import type { CommandContext } from '../commandContext.ts';

/** A person who opens more than this many sessions at once may have done so by mistake. */
const mostUnasked = 10;
/** VS Code takes no more tabs at once, and nobody finds one among so many. */
const mostOpened = 200;

/** Shows all sessions whose rows are selected in the table in front. Rejects with `Dismissed` if a person does not want it. */
export async function openRows({ tables, detail }: CommandContext, toSide: boolean): Promise<void> {
  const count = tables.selectedCount;
  if (count > mostOpened) {
    const text = l10n.t(
      'At most {0} sessions are opened at once, and {1} are selected.',
      countText(mostOpened),
      countText(count),
    );
    void window.showWarningMessage(text);
    return;
  }
  await agreeToOpen(count);
  const sessions = await tables.selected();
  if (sessions === undefined) {
    void window.showInformationMessage(l10n.t('The rows have changed since they were selected: select them again.'));
    return;
  }
  await detail.openAll(sessions, { preserveFocus: !toSide, toSide });
}

/** Asks whether so many sessions are to be opened, if they are many. */
export async function agreeToOpen(count: number): Promise<void> {
  if (count > mostUnasked) {
    const question = l10n.t('Open {0} sessions?', countText(count));
    await agree(question, l10n.t('Each is fetched from its server and shown in a tab of its own.'), l10n.t('Open'));
  }
}
