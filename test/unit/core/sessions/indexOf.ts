import type { SessionIndex } from '../../../../src/core/sessions/index/sessionIndex.ts';
import { SessionIndexBuilder } from '../../../../src/core/sessions/index/sessionIndexBuilder.ts';
import type { Session } from '../../../../src/core/sessions/session.ts';

/** A list of these sessions. */
export function indexOf(sessions: readonly Session[]): SessionIndex {
  const builder = new SessionIndexBuilder();
  sessions.forEach((each) => builder.add(each));
  return builder.build();
}
