import { l10n, ProgressLocation, window, type Uri } from 'vscode';
import { BrokenConnection, BrokenSettings } from '../../core/connections/brokenConnection.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import { isLinked, readLink, type LinkedSession } from '../../core/output/sessionLink.ts';
import type { Session } from '../../core/sessions/session.ts';
import { plainText } from '../../core/text/visibleText.ts';
import type { CommandContext } from '../commands/commandContext.ts';
import { brokenChoices, chooseConnection, usable } from '../commands/connections/chooseConnection.ts';
import { nameWithAddress } from '../connections/nameWithAddress.ts';
import { signIn } from '../connections/wizard/signIn.ts';
import { agree } from '../prompts/agree.ts';
import { Dismissed } from '../prompts/pick.ts';
import { LinkRefused } from './linkRefused.ts';
import { linkProblemText } from './linkProblemText.ts';

/**
 * Shows the session that a link means. Anything may have made the link, so it says nothing but which session: of which
 * server is told by the name of a connection that is here, and the session must be the one that was copied. Rejects
 * with `LinkRefused`, `Dismissed` or a `Failure`, and shows nothing then.
 */
export async function openLink(context: CommandContext, uri: Uri): Promise<void> {
  const link = readLink(uri);
  if (typeof link === 'string') {
    throw new LinkRefused(linkProblemText(link));
  }
  const { connections, detail } = context;
  await connections.settled;
  const connection = await signedIn(context, link, await connectionNamed(connections, link.connection));
  const session = await fetched(connection, link);
  if (!isLinked(link, session)) {
    throw new LinkRefused(
      l10n.t(
        "Nothing is shown: {0} of {1} is another server's session {0}. Its Session ID does not begin with {2}, as that of the link does.",
        link.id,
        nameWithAddress(connection),
        link.beginning,
      ),
    );
  }
  const reference = { connection: connection.settings.id, id: link.id };
  await detail.open(reference, { known: session, preserveFocus: false, toSide: false });
}

/** The connection of this name, or the one of several that a person picks. */
async function connectionNamed(connections: Connections, name: string): Promise<Connection> {
  const named = connections.all.filter(({ settings }) => settings.name === name);
  const broken = connections.entries.filter((entry) => entry instanceof BrokenConnection && entry.name === name);
  const [only] = broken;
  if (named.length === 0 && only instanceof BrokenConnection) {
    throw new BrokenSettings(only);
  }
  if (named.length === 0) {
    throw new LinkRefused(
      l10n.t(
        'No connection is called “{0}” here, as the link says. If yours to that server has another name, open the session by its ID.',
        plainText(name),
      ),
    );
  }
  const others = brokenChoices(connections).filter(({ value }) => broken.includes(value));
  return usable(await chooseConnection(named, undefined, others));
}

/** A link starts no sign-in by itself. */
async function signedIn(
  { connections, changes }: CommandContext,
  { id }: LinkedSession,
  connection: Connection,
): Promise<Connection> {
  if (connection.signedIn) {
    return connection;
  }
  const question = l10n.t('Sign in to {0} to see session {1}?', nameWithAddress(connection), id);
  await agree(question, l10n.t('A link asks for this session. You are not signed in.'), l10n.t('Sign In'));
  await signIn(changes, connection);
  const now = connections.get(connection.settings.id);
  if (!now.signedIn) {
    throw new Dismissed();
  }
  return now;
}

async function fetched(connection: Connection, { id }: LinkedSession): Promise<Session> {
  const title = l10n.t('Fetching session {0} of {1}…', id, nameWithAddress(connection));
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, async (_, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    return connection.session(id, abort.signal);
  });
}
