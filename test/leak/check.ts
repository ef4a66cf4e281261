import { canary } from '../pam-server/canary.ts';
import { search } from './search.ts';

/** What our log holds about each request; where it is missing, the search looked at nothing. */
const proofOfUse = 'remotesessions';

/**
 * Rejects when a secret of the stand-in server lies anywhere in the user data folder of a VS Code that used it. There
 * is no exception: the secret storage, the one place where it may be, holds it encrypted.
 */
export async function assertNothingLeaked(userDataDir: string): Promise<void> {
  const leaks = await search(userDataDir, canary);
  if (leaks.length > 0) {
    const lines = leaks.map(({ file, excerpt }) => `  ${file}: ${excerpt}`);
    throw new Error(`Secrets were left behind in ${leaks.length} places:\n${lines.join('\n')}`);
  }
  if ((await search(userDataDir, proofOfUse)).length === 0) {
    throw new Error(`The leak test found no trace of any request in ${userDataDir}: it looks at the wrong place.`);
  }
}
