import { l10n, window } from 'vscode';
import { visibleText } from '../../../core/text/visibleText.ts';
import { wordsOf } from '../../failures/wordsOf.ts';
import type { Trouble } from './check.ts';

/** What the person chose to do after storing the answers did not work. */
export type Next =
  | 'edit'
  /** Try the same once more. */
  | 'again'
  /** Store what the server refused. */
  | 'save'
  /** Keep the secrets in memory instead of storing them. */
  | 'forSession';

/** Says what went wrong and what helps, and asks how to go on; undefined leaves everything as it was. */
export async function askHowToGoOn(trouble: Trouble): Promise<Next | undefined> {
  const { what, why, choices } = asked(trouble);
  const detail = [...why, l10n.t('Nothing has been saved.')].filter((part) => part !== '').join('\n\n');
  const buttons = choices.map(([, label]) => label);
  const chosen = await window.showWarningMessage(what, { modal: true, detail }, ...buttons);
  return choices.find(([, label]) => label === chosen)?.[0];
}

interface Asked {
  readonly what: string;
  readonly why: readonly string[];
  readonly choices: readonly (readonly [Next, string])[];
}

function asked(trouble: Trouble): Asked {
  const edit = ['edit', l10n.t('Edit…')] as const;
  const again = ['again', l10n.t('Try Again')] as const;
  switch (trouble.kind) {
    case 'refused': {
      const { failure, steps } = trouble;
      const { what, advice } = wordsOf(failure);
      const choices = [edit, ['save', l10n.t('Save Anyway')] as const];
      return failure.code === 'cancelled'
        ? { what: l10n.t('The check was cancelled.'), why: [], choices }
        : { what, why: [advice, steps], choices };
    }
    case 'secretsNotStored':
      return {
        what: l10n.t('VS Code could not store the secrets.'),
        why: [
          l10n.t('The keyring of this machine is locked or not available: unlock it and try again.'),
          l10n.t(
            'If you use the secrets for this session only, they stay in memory and are gone when this window is closed or reloaded.',
          ),
        ],
        choices: [again, ['forSession', l10n.t('Use for This Session Only')] as const],
      };
    case 'notSaved':
      return {
        what: l10n.t('The connection could not be written to the settings.'),
        why: [visibleText(trouble.message)],
        choices: [again, edit],
      };
  }
}
