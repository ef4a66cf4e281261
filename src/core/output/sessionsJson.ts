import type { Work } from '../async/work.ts';
import type { Session } from '../sessions/session.ts';

/**
 * What JSON leaves as it is and what could disguise a text: control characters beyond ASCII, and those that change the
 * direction of text or cannot be seen.
 */
const invisible = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Sessions as JSON with the fields of the API: one as an object, several as a list. */
export function* sessionsJson(sessions: readonly Session[]): Work<string> {
  const [first] = sessions;
  if (sessions.length === 1 && first !== undefined) {
    return visibleJson(first);
  }
  const texts: string[] = [];
  for (const session of sessions) {
    texts.push(visibleJson(session).replaceAll(/^/gm, '  '));
    if (texts.length % 16 === 0) {
      yield;
    }
  }
  return texts.length === 0 ? '[]' : `[\n${texts.join(',\n')}\n]`;
}

/** JSON in which nothing is hidden: the escapes are those of JSON, so that the value is the same. */
function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(invisible, (character) =>
    Array.from({ length: character.length }, (_, at) => escaped(character.charCodeAt(at))).join(''),
  );
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
