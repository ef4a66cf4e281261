import { l10n } from 'vscode';
import type { BrokenConnection } from '../../core/connections/brokenConnection.ts';
import { Failure } from '../../core/failure.ts';
import type { CommandContext } from './commandContext.ts';
import { allOf, brokenChoices, chooseConnection, connectionIn, usable } from './target.ts';

/** Loads the list of one connection, or of all that are signed in, again. */
export async function refresh({ connections }: CommandContext, target: unknown): Promise<void> {
  const one = connectionIn(target);
  const asked = one === undefined ? allOf(connections) : [one];
  if (asked.some((connection) => !connection.signedIn)) {
    // A keyring may have been unlocked meanwhile.
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

/** Lets what had arrived of a list stand for it, for one connection or all whose load ended early. */
export async function showPartial({ connections }: CommandContext, target: unknown): Promise<void> {
  const one = connectionIn(target);
  await Promise.all((one === undefined ? connections.all : [one]).map(({ store }) => store.keepPartial()));
}

/** Signs one connection out, or all. */
export async function signOut({ connections }: CommandContext, target: unknown): Promise<void> {
  const candidates = allOf(connections).filter((connection) => connection.signIn !== 'signedOut');
  if (candidates.length === 0) {
    throw new Failure('signedOut');
  }
  const all =
    candidates.length > 1 && connectionIn(target) === undefined
      ? [{ value: 'all' as const, label: l10n.t('All connections') }]
      : [];
  const chosen = usable(
    await chooseConnection<'all' | BrokenConnection>(candidates, target, [...all, ...brokenChoices(connections)]),
  );
  await connections.signOut(chosen === 'all' ? candidates : [chosen]);
}
