import { Connection } from '../../../core/connections/connection.ts';
import { Failure } from '../../../core/failure.ts';
import type { CommandContext } from '../commandContext.ts';
import { connectionOfTarget } from '../connections/connectionOfTarget.ts';
import { allOf } from '../connections/connectionMeant.ts';
import { entriesMeant } from '../connections/entriesMeant.ts';

/** Loads the lists of the connections whose rows were given, or of all that are signed in, again. */
export async function refresh({ connections }: CommandContext, target: unknown, selection: unknown): Promise<void> {
  const one = connectionOfTarget(target);
  const given = entriesMeant(target, selection).filter((entry) => entry instanceof Connection);
  const asked = one === undefined ? allOf(connections) : given;
  if (asked.some((connection) => !connection.signedIn)) {
    // The keyring may have been unlocked since.
    await connections.recheck();
  }
  const signedIn = asked.filter((connection) => connection.signedIn);
  if (signedIn.length === 0) {
    const isUnreadable = asked.some((connection) => connection.signIn === 'unreadable');
    throw new Failure('signedOut', isUnreadable ? { reason: 'keyring' } : {});
  }
  const loads = signedIn.map((connection) => connection.store.load({ refresh: true }));
  // The tree tells how each of them ended.
  await Promise.allSettled(loads);
}
