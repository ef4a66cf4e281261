import type { Connection } from '../../core/connections/connection.ts';
import type { ConnectionEditor } from '../../core/connections/connectionEditor.ts';
import { chooseFile } from './wizard/extraQuestions.ts';
import { Dismissed } from '../prompts/pick.ts';

/** Asks for a CA file and writes it into the settings of a connection. Rejects with `Dismissed`. */
export async function chooseCaFile(changes: ConnectionEditor, { settings: connection }: Connection): Promise<void> {
  const caFile = await chooseFile();
  if (caFile === undefined) {
    throw new Dismissed();
  }
  // No check here: the next load of the list shows whether the file helps.
  await changes.edit({ ...connection, caFile }, {}, { verify: false });
}
