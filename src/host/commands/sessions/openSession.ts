import type { Connections } from '../../../core/connections/connections.ts';
import { readReference, type SessionReference } from '../../../shared/detail.ts';
import { isNode } from '../../tree/treeNode.ts';
import type { CommandContext } from '../commandContext.ts';
import { connectionOfTarget } from '../connections/connectionOfTarget.ts';
import { allOf, connectionMeant } from '../connections/connectionMeant.ts';
import { askForId } from './askForId.ts';
import { chooseSession } from './chooseSession.ts';
import { idGiven } from './idGiven.ts';
import type { Candidate } from './inFront.ts';
import { knownSession } from './knownSession.ts';

/** Shows one session: that of a row, the one that was named, or the one whose id a person enters. */
export async function openSession(
  { connections, detail }: CommandContext,
  target: unknown,
  toSide = false,
): Promise<void> {
  // Nothing is awaited before the session of a row is shown: a second click on the row may come at once.
  if (isNode(target) && target.kind === 'session') {
    const { connection, session } = target;
    const shown = { connection: connection.settings.id, id: session.id };
    return detail.open(shown, { known: session, preserveFocus: !toSide, toSide });
  }
  const reference = readReference(target);
  const meant = reference === undefined ? await meantBy(connections, target) : known(connections, reference);
  return detail.open(meant.reference, { known: meant.session, preserveFocus: false, toSide });
}

async function meantBy(connections: Connections, target: unknown): Promise<Candidate> {
  const given = idGiven(target);
  if (given !== undefined) {
    // A bare ID is one of the default connection.
    return known(connections, { connection: connections.get().settings.id, id: given });
  }
  const named = connectionOfTarget(target);
  const { id, found } = await askForId(named === undefined ? allOf(connections) : [named]);
  const chosen = await chooseSession(connections, found);
  return chosen ?? known(connections, { connection: (await connectionMeant(connections, target)).settings.id, id });
}

function known(connections: Connections, reference: SessionReference): Candidate {
  return { reference, session: knownSession(connections, reference) };
}
