import { l10n } from 'vscode';
import type { BrokenConnection } from '../../../core/connections/brokenConnection.ts';
import type { Connection } from '../../../core/connections/connection.ts';
import type { Connections } from '../../../core/connections/connections.ts';
import { Failure } from '../../../core/failure.ts';
import { signOutConnections } from '../../connections/signOutConnections.ts';
import type { CommandContext } from '../commandContext.ts';
import { brokenChoices, chooseConnection, usable } from './chooseConnection.ts';
import { connectionOfTarget } from './connectionOfTarget.ts';
import { allOf } from './connectionMeant.ts';
import { entriesMeant } from './entriesMeant.ts';

/** Signs out of the connections of the rows given, or of the one or all that a person picks. */
export async function signOut({ connections }: CommandContext, target: unknown, selection: unknown): Promise<void> {
  const candidates = allOf(connections).filter((connection) => connection.signIn !== 'signedOut');
  if (candidates.length === 0) {
    throw new Failure('signedOut');
  }
  const given = entriesMeant(target, selection);
  const several = given.length > 1 ? candidates.filter((candidate) => given.includes(candidate)) : [];
  await signOutConnections(connections, several.length > 0 ? several : await chosen(connections, candidates, target));
}

async function chosen(
  connections: Connections,
  candidates: readonly Connection[],
  target: unknown,
): Promise<readonly Connection[]> {
  const all =
    candidates.length > 1 && connectionOfTarget(target) === undefined
      ? [{ value: 'all' as const, label: l10n.t('All connections') }]
      : [];
  const one = usable(
    await chooseConnection<'all' | BrokenConnection>(candidates, target, [...all, ...brokenChoices(connections)]),
  );
  return one === 'all' ? candidates : [one];
}
