import { l10n } from 'vscode';
import type { Connection } from '../../../core/connections/connection.ts';
import type { ConnectionEditor } from '../../../core/connections/connectionEditor.ts';
import { otherConnections } from './otherConnections.ts';
import { secretsOf } from './draft.ts';
import { secretQuestions } from './secretQuestions.ts';
import { runWizard } from './wizard.ts';

/** Asks for the secrets of a connection again. Rejects with `Dismissed`. */
export async function signIn(changes: ConnectionEditor, signedOut: Connection): Promise<string> {
  const { settings: connection } = signedOut;
  const others = await otherConnections(changes.connections, signedOut);
  return runWizard(changes.connections, {
    title: l10n.t('Sign In to {0}', connection.name),
    questions: () => secretQuestions(connection, undefined, others),
    start: { kind: connection.auth.kind },
    tested: () => connection,
    store: (draft, options) => changes.edit(connection, secretsOf(draft), options),
  });
}
