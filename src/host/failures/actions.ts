import { l10n } from 'vscode';
import type { FailureAction } from '../../shared/failureAction.ts';

/** The label of a button that does something about a failure. */
export function labelOf(action: FailureAction): string {
  return words(action)[0];
}

/** What selecting a failure in the tree does, as a sentence. */
export function hintOf(action: FailureAction): string {
  return words(action)[1];
}

/** The command behind it; in the tree, trying again is loading the list again. */
export function commandOf(action: FailureAction): { readonly id: string; readonly title: string } {
  return { id: `pamSessions.${action === 'retry' ? 'refresh' : action}`, title: labelOf(action) };
}

function words(action: FailureAction): readonly [label: string, hint: string] {
  switch (action) {
    case 'retry':
      return [l10n.t('Retry'), l10n.t('Select to try again.')];
    case 'signIn':
      return [l10n.t('Sign In…'), l10n.t('Select to sign in.')];
    case 'editConnection':
      return [l10n.t('Edit Connection…'), l10n.t('Select to edit the connection.')];
    case 'chooseCaFile':
      return [l10n.t('Choose CA File…'), l10n.t('Select to choose a CA file.')];
    case 'addConnection':
      return [l10n.t('Add Connection…'), l10n.t('Select to add a connection.')];
    case 'openSession':
      return [l10n.t('Open Session by ID…'), l10n.t('Select to open a session by its ID.')];
    case 'openSettings':
      return [l10n.t('Open Settings (JSON)'), l10n.t('Select to open the settings.')];
    case 'showLog':
      return [l10n.t('Show Log'), l10n.t('Select to show the log.')];
  }
}
