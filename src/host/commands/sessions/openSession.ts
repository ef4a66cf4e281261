import { readReference } from '../../../shared/detail.ts';
import { isNode } from '../../tree/treeNode.ts';
import { askForId } from './askForId.ts';
import type { CommandContext } from '../commandContext.ts';
import { connectionMeant } from '../connections/connectionMeant.ts';
import { idGiven } from './idGiven.ts';
import { knownSession } from './knownSession.ts';

/** Shows one session: that of a row, the one that was named, or the one whose id a person enters. */
export async function openSession(
  { connections, detail }: CommandContext,
  target: unknown,
  toSide = false,
): Promise<void> {
  if (isNode(target) && target.kind === 'session') {
    const { connection, session } = target;
    const shown = { connection: connection.settings.id, id: session.id };
    return detail.open(shown, { known: session, preserveFocus: !toSide, toSide });
  }
  const reference = readReference(target);
  if (reference !== undefined) {
    return detail.open(reference, { known: knownSession(connections, reference), preserveFocus: false, toSide });
  }
  const given = idGiven(target);
  // A bare ID is one of the default connection.
  const connection = given === undefined ? await connectionMeant(connections, target) : connections.get();
  const id = given ?? (await askForId(connection));
  const asked = { connection: connection.settings.id, id };
  return detail.open(asked, { known: knownSession(connections, asked), preserveFocus: false, toSide });
}
