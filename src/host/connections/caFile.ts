import type { Server } from '../../core/connections/server.ts';
import type { Servers } from '../../core/connections/servers.ts';
import { chooseFile } from './extraQuestions.ts';
import { Dismissed } from './prompts.ts';

/** Asks for a CA file and gives it to a connection, which is then used anew. Rejects with `Dismissed`. */
export async function chooseCaFile(servers: Servers, { connection }: Server): Promise<void> {
  const caFile = await chooseFile();
  if (caFile === undefined) {
    throw new Dismissed();
  }
  // The list that is loaded next shows whether it helps.
  await servers.edit({ ...connection, caFile }, {}, { verify: false });
}
