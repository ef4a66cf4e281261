import { l10n } from 'vscode';
import { holdsUnseen } from '../../../core/text/unwrapped.ts';
import { answerOf, type TextQuestion } from './question.ts';
import { infoRemark, warningRemark, type Remark } from './remark.ts';

/** What there is to say about a text while it is typed: what is wrong with it, what is made of it, what is left out. */
export function remarkOn(question: TextQuestion, typed: string): Remark | undefined {
  const text = answerOf(question, typed);
  if (text === '') {
    return undefined;
  }
  const isSecret = question.isSecret === true;
  const hidden =
    isSecret && holdsUnseen(text)
      ? warningRemark(l10n.t('This secret has a blank or an invisible character inside.'))
      : undefined;
  const cut =
    text === typed
      ? undefined
      : isSecret
        ? infoRemark(
            l10n.t('Blanks, quotes and invisible characters around it are left out. Double the quotes to keep them.'),
          )
        : infoRemark(l10n.t('Will use {0}', text));
  return question.judge?.(text) ?? hidden ?? cut;
}
