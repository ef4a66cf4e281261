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
