import { l10n } from 'vscode';
import { beginningLength, type LinkProblem } from '../../core/output/sessionLink.ts';

/** Why a link is refused. */
export function linkProblemText(problem: LinkProblem): string {
  switch (problem) {
    case 'place':
      return l10n.t('The link was refused: links of PAM Sessions lead to {0} and have no fragment.', '/session/540');
    case 'id':
      return l10n.t('The link was refused: its ID is no number of a session, such as 540.');
    case 'parameters':
      return l10n.t(
        'The link was refused: it must have the parameters {0} and {1}, in this order, and no others.',
        'connection',
        'session',
      );
    case 'connection':
      return l10n.t('The link was refused: it names no connection.');
    case 'beginning':
      return l10n.t(
        'The link was refused: its parameter {0} must be the first {1} characters of a Session ID.',
        'session',
        beginningLength,
      );
  }
}
