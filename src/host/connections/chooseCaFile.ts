import type { Connection } from '../../core/connections/connection.ts';
import type { Changes } from '../../core/connections/changes.ts';
import { chooseFile } from './wizard/extraQuestions.ts';
import { Dismissed } from '../prompts/pick.ts';

/** Asks for a CA file and gives it to a connection, which is then used anew. Rejects with `Dismissed`. */
export async function chooseCaFile(changes: Changes, { settings: connection }: Connection): Promise<void> {
  const caFile = await chooseFile();
  if (caFile === undefined) {
    throw new Dismissed();
  }
  // The list that is loaded next shows whether it helps.
  await changes.edit({ ...connection, caFile }, {}, { verify: false });
}
