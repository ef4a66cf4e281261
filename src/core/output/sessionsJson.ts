import type { Work } from '../async/work.ts';
import type { Session } from '../sessions/session.ts';
import { visibleJson } from '../text/visibleText.ts';

/** Sessions as JSON with the fields of the API: one as an object, several as a list. */
export function* sessionsJson(sessions: readonly Session[]): Work<string> {
  const [first] = sessions;
  if (sessions.length === 1 && first !== undefined) {
    return jsonOf(first);
  }
  const texts: string[] = [];
  for (const session of sessions) {
    texts.push(jsonOf(session).replaceAll(/^/gm, '  '));
    if (texts.length % 16 === 0) {
      yield;
    }
  }
  return texts.length === 0 ? '[]' : `[\n${texts.join(',\n')}\n]`;
}

function jsonOf(session: Session): string {
  return visibleJson(JSON.stringify(session, null, 2));
}
