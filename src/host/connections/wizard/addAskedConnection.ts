import { l10n } from 'vscode';
import type { Connections } from '../../../core/connections/connections.ts';
import { readNewConnection } from '../../../core/connections/settings.ts';
import { connectionQuestions } from './connectionQuestions.ts';
import { secretsOf, settingsOf } from './draft.ts';
import { testedOf } from './testedOf.ts';
import { runWizard } from './wizard.ts';

/** Asks a person for a connection and adds it; resolves to its id. Rejects with `Dismissed`. */
export function addAskedConnection(connections: Connections): Promise<string> {
  return runWizard(connections, {
    title: l10n.t('Add Connection'),
    questions: (draft) => connectionQuestions(draft),
    start: {},
    tested: testedOf,
    store: (draft, { verify, ...options }) => {
      const { auth, ...settings } = settingsOf(draft);
      return connections.add(
        readNewConnection({ ...settings, auth: { ...auth, ...secretsOf(draft) }, verify }),
        options,
      );
    },
  });
}
