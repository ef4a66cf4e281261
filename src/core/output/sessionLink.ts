/** The id of this extension, which is the authority of its links. */
const authority = 'pam-sessions.pam-sessions';

/** The digits of a session_id that a link has, by which a session of another server is told apart. */
export const beginningLength = 12;

const beginning = /^[\da-f-]{12}$/i;
const id = /^[1-9]\d{0,18}$/;

/** A session as a link names it. */
export interface LinkedSession {
  readonly id: string;
  /** The name of a connection, which need not be unique. */
  readonly connection: string;
  /** How its session_id begins. */
  readonly beginning: string;
}

/**
 * The link that opens a session in VS Code. Undefined where none can: the session has no session_id that is a hash or
 * UUID, by which it could be told from another server's.
 */
export function linkTo(
  scheme: string,
  session: { readonly id: string; readonly sessionId: string; readonly connection: string },
): string | undefined {
  const start = session.sessionId.slice(0, beginningLength);
  return beginning.test(start) && id.test(session.id)
    ? `${scheme}://${authority}/session/${session.id}?connection=${encoded(session.connection)}&session=${start}`
    : undefined;
}

/** Encodes every sign that Markdown or Jira could read as markup, too, so that a link stays whole in a ticket. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*_~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** What can be wrong with a link. */
export type LinkProblem = 'place' | 'id' | 'parameters' | 'connection' | 'beginning';

/** The parts of a link as VS Code gives them: percent-decoded, once. */
export interface LinkParts {
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** Longer than any name that a person gives. */
const longestName = 1000;

/**
 * Reads a link as `linkTo` makes it; of any other it says what is wrong. A link names nothing but a session: no host, no
 * secret, nothing to do. As VS Code has decoded the query already, a name may hold what looks like another parameter,
 * and is then the name of no connection.
 */
export function readLink({ authority: place, path, query, fragment }: LinkParts): LinkedSession | LinkProblem {
  const [, number] = /^\/session\/([^/]*)$/s.exec(path) ?? [];
  if (place.toLowerCase() !== authority || number === undefined || fragment !== '') {
    return 'place';
  }
  if (!id.test(number)) {
    return 'id';
  }
  const [, connection, start] = /^connection=(.*)&session=([^&=]*)$/s.exec(query) ?? [];
  if (connection === undefined || start === undefined) {
    return 'parameters';
  }
  if (connection.trim() === '' || connection.length > longestName) {
    return 'connection';
  }
  return beginning.test(start) ? { id: number, connection, beginning: start } : 'beginning';
}

/** Whether a session is the one that a link means, and not one of another server with the same number. */
export function isLinked(link: LinkedSession, session: { readonly id: string; readonly sessionId: string }): boolean {
  return session.id === link.id && session.sessionId.toLowerCase().startsWith(link.beginning.toLowerCase());
}
