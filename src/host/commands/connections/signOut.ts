import { l10n } from 'vscode';
import type { BrokenConnection } from '../../../core/connections/brokenConnection.ts';
import { Failure } from '../../../core/failure.ts';
import type { CommandContext } from '../commandContext.ts';
import { brokenChoices, chooseConnection, usable } from './chooseConnection.ts';
import { connectionIn } from './connectionIn.ts';
import { allOf } from './connectionOf.ts';

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
