import { l10n } from 'vscode';
import { labelText } from '../../../core/text/visibleText.ts';
import { pick } from '../../prompts/pick.ts';
import type { Left } from './unfinished.ts';

/** Asks whether to go on with what was left in a wizard, or to begin anew. Rejects with `Dismissed`. */
export function askToContinue(title: string, { draft }: Left): Promise<boolean> {
  return pick(l10n.t('{0}: {1}', title, l10n.t('Continue where you were?')), [
    {
      value: true,
      label: l10n.t('Continue'),
      description: labelText(draft.name ?? draft.address ?? ''),
      detail: l10n.t('Your answers are as you left them; secrets have to be entered again.'),
    },
    { value: false, label: l10n.t('Start Over') },
  ]);
}
