import { l10n } from 'vscode';
import type { ConnectionEditor } from '../../../core/connections/connectionEditor.ts';
import { readNewConnection } from '../../../core/connections/settings.ts';
import { connectionQuestions } from './connectionQuestions.ts';
import { secretsOf, settingsOf } from './draft.ts';
import { otherConnections } from './otherConnections.ts';
import { testedOf } from './testedOf.ts';
import type { Unfinished } from './unfinished.ts';
import { runWizard } from './wizard.ts';

/** Asks a person for a connection and adds it; resolves to its id. Rejects with `Dismissed`. */
export async function addAskedConnection(changes: ConnectionEditor, unfinished: Unfinished): Promise<string> {
  const others = await otherConnections(changes.connections);
  return runWizard(changes.connections, {
    title: l10n.t('Add Connection'),
    questions: (draft) => connectionQuestions(draft, others),
    start: {},
    unfinished: { all: unfinished, name: 'add' },
    tested: testedOf,
    store: (draft, { verify, ...options }) => {
      const { auth, ...settings } = settingsOf(draft);
      return changes.add(readNewConnection({ ...settings, auth: { ...auth, ...secretsOf(draft) }, verify }), options);
    },
  });
}
