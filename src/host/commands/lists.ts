import { l10n } from 'vscode';
import type { BrokenConnection } from '../../core/connections/brokenConnection.ts';
import { PamFailure } from '../../core/pam/failure.ts';
import type { CommandContext } from './context.ts';
import { allOf, brokenChoices, chooseServer, serverOf, usable } from './target.ts';

/** Loads the list of one connection, or of all that are signed in, again. */
export async function refresh({ servers }: CommandContext, target: unknown): Promise<void> {
  const one = serverOf(target);
  const asked = one === undefined ? allOf(servers) : [one];
  if (asked.some((server) => !server.signedIn)) {
    // A keyring may have been unlocked meanwhile.
    await servers.recheck();
  }
  const signedIn = asked.filter((server) => server.signedIn);
  if (signedIn.length === 0) {
    const isUnreadable = asked.some((server) => server.signIn === 'unreadable');
    throw new PamFailure('signedOut', isUnreadable ? { reason: 'keyring' } : {});
  }
  const loads = signedIn.map((server) => server.store.load({ refresh: true }));
  // The tree tells how each of them ended.
  await Promise.allSettled(loads);
}

/** Lets what had arrived of a list stand for it, for one connection or all whose load ended early. */
export async function showPartial({ servers }: CommandContext, target: unknown): Promise<void> {
  const one = serverOf(target);
  await Promise.all((one === undefined ? servers.all : [one]).map(({ store }) => store.keepPartial()));
}

/** Signs one connection out, or all. */
export async function signOut({ servers }: CommandContext, target: unknown): Promise<void> {
  const candidates = allOf(servers).filter((server) => server.signIn !== 'signedOut');
  if (candidates.length === 0) {
    throw new PamFailure('signedOut');
  }
  const all =
    candidates.length > 1 && serverOf(target) === undefined
      ? [{ value: 'all' as const, label: l10n.t('All connections') }]
      : [];
  const chosen = usable(
    await chooseServer<'all' | BrokenConnection>(candidates, target, [...all, ...brokenChoices(servers)]),
  );
  await servers.signOut(chosen === 'all' ? candidates : [chosen]);
}
