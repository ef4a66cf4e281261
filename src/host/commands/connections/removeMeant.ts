import { removeEntries } from '../../connections/removeEntries.ts';
import type { CommandContext } from '../commandContext.ts';
import { brokenChoices, chooseConnection } from './chooseConnection.ts';
import { entriesMeant } from './entriesMeant.ts';

/** Removes the connections of the rows given, or the one that a person picks; a broken one can be removed as any. */
export async function removeMeant(context: CommandContext, target: unknown, selection: unknown): Promise<void> {
  const { connections, changes } = context;
  const given = entriesMeant(target, selection);
  const meant =
    given.length > 0 ? given : [await chooseConnection(connections.all, target, brokenChoices(connections))];
  await removeEntries(changes, meant);
}
