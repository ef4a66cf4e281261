import assert from 'node:assert/strict';
import type { Progress } from '../../../../src/core/pam/client.ts';
import type { SessionList } from '../../../../src/core/pam/listReader.ts';
import { Failure } from '../../../../src/core/failure.ts';
import { SessionStore, type FetchOptions } from '../../../../src/core/connections/sessionStore.ts';
import { ListView } from '../../../../src/core/sessions/index/listView.ts';
import { SessionIndexBuilder } from '../../../../src/core/sessions/index/sessionIndexBuilder.ts';
import { makeSession } from '../makeSession.ts';
import { testClock } from './fakes.ts';

/** A list of sessions with these ids. */
export function listOf(...ids: readonly string[]): SessionList {
  const builder = new SessionIndexBuilder();
  ids.forEach((id) => builder.add(makeSession({ id })));
  return { index: builder.build(), skipped: 0, duplicates: 0, replaced: 0 };
}

/** What a client tells while rows arrive: those with these ids so far. */
export function progressOf(...ids: readonly string[]): Progress {
  return { sessions: ids.length, bytes: ids.length * 400, snapshot: () => listOf(...ids) };
}

/** A store whose every fetch waits to be answered, and rejects when it is aborted as a client does. */
export function waitingStore() {
  const fetches: (PromiseWithResolvers<SessionList> & FetchOptions)[] = [];
  const view = new ListView(() => testClock(undefined));
  const store = new SessionStore((options) => {
    const answer = Promise.withResolvers<SessionList>();
    options.signal.addEventListener('abort', () => answer.reject(new Failure('cancelled')));
    fetches.push({ ...answer, ...options });
    return answer.promise;
  }, view);
  const states: string[] = [];
  store.onDidChange(() => states.push(store.state.kind));
  const fetch = (at: number) => {
    const found = fetches[at];
    assert.ok(found, `fetch ${at} was never asked for`);
    return found;
  };
  return { store, view, states, fetches, fetch };
}

/** The same with a first list loaded. */
export async function loaded() {
  const waiting = waitingStore();
  const loading = waiting.store.load();
  waiting.fetch(0).resolve(listOf('1'));
  return { ...waiting, list: await loading };
}
