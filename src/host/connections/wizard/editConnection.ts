import { l10n } from 'vscode';
import type { Connection } from '../../../core/connections/connection.ts';
import type { ConnectionEditor } from '../../../core/connections/connectionEditor.ts';
import { readConnection } from '../../../core/connections/settings.ts';
import { connectionQuestions } from './connectionQuestions.ts';
import { draftOf, secretsOf, settingsOf } from './draft.ts';
import { otherConnections } from './otherConnections.ts';
import { testedOf } from './testedOf.ts';
import type { Unfinished } from './unfinished.ts';
import { runWizard } from './wizard.ts';

/** The same steps for a connection that exists, with its answers. Rejects with `Dismissed`. */
export async function editConnection(
  changes: ConnectionEditor,
  unfinished: Unfinished,
  connection: Connection,
): Promise<string> {
  const { settings } = connection;
  const others = await otherConnections(changes.connections, connection);
  const stored = await connection.binding();
  return runWizard(changes.connections, {
    title: l10n.t('Edit {0}', settings.name),
    questions: (draft) => connectionQuestions(draft, others, stored),
    start: draftOf(settings),
    unfinished: { all: unfinished, name: `edit ${settings.id}` },
    tested: testedOf,
    store: (draft, options) => {
      // What the wizard does not ask for stays as it is.
      const { id, ticketUrl, pamUrl } = settings;
      const edited = readConnection({ id, ticketUrl, pamUrl, ...settingsOf(draft) });
      return changes.edit(edited, secretsOf(draft), options);
    },
  });
}
