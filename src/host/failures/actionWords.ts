import { l10n } from 'vscode';
import type { FailureAction } from '../../shared/failureAction.ts';

/** What offers to do something about a failure. */
export interface ActionWords {
  /** On a button. */
  readonly label: string;
  /** What selecting the failure in the tree does, as a sentence. */
  readonly hint: string;
}

/** The words for what can be done about a failure. */
export function actionWords(action: FailureAction): ActionWords {
  switch (action) {
    case 'retry':
      return { label: l10n.t('Retry'), hint: l10n.t('Select to try again.') };
    case 'signIn':
      return { label: l10n.t('Sign In…'), hint: l10n.t('Select to sign in.') };
    case 'editConnection':
      return { label: l10n.t('Edit Connection…'), hint: l10n.t('Select to edit the connection.') };
    case 'chooseCaFile':
      return { label: l10n.t('Choose CA File…'), hint: l10n.t('Select to choose a CA file.') };
    case 'addConnection':
      return { label: l10n.t('Add Connection…'), hint: l10n.t('Select to add a connection.') };
    case 'openSession':
      return { label: l10n.t('Open Session by ID…'), hint: l10n.t('Select to open a session by its ID.') };
    case 'openSettings':
      return { label: l10n.t('Open Settings (JSON)'), hint: l10n.t('Select to open the settings.') };
    case 'export':
      return { label: l10n.t('Export…'), hint: l10n.t('Select to export anew.') };
    case 'showLog':
      return { label: l10n.t('Show Log'), hint: l10n.t('Select to show the log.') };
  }
}

/** The command that a button stands for. To retry means, in the tree, to load the list again. */
export function commandOf(action: FailureAction): { readonly id: string; readonly title: string } {
  return { id: `pamSessions.${action === 'retry' ? 'refresh' : action}`, title: actionWords(action).label };
}
