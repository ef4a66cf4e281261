import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FieldReference } from '../../../../src/core/sessions/query/query.ts';
import type { ServerClock } from '../../../../src/core/sessions/query/serverClock.ts';
import { seenValue } from '../../../../src/core/sessions/columns/seenExtra.ts';
import type { Session } from '../../../../src/core/sessions/session.ts';
import { atOnce } from '../../../../src/core/async/work.ts';
import {
  summarizing,
  summaryKeyOf,
  type SummaryGroup,
  type SummaryKey,
} from '../../../../src/core/sessions/summarizing.ts';
import type { SummaryRows } from '../../../../src/core/sessions/summaryRows.ts';
import { makeSession } from '../makeSession.ts';
import { sessions } from './query/queriedSessions.ts';
import { clock, clockWithoutZone } from './query/support.ts';

function textIn(field: FieldReference, session: Session | undefined): string {
  return (field.kind === 'known' ? session?.[field.name] : seenValue(session?.extra[field.name])) ?? '';
}

function rowsOf(list: readonly Session[], at: ServerClock): SummaryRows {
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    numbers.set(text, numbers.get(text) ?? numbers.size);
    return numbers.get(text) ?? 0;
  };
  const secondsOf = (row: number) => at.secondsOf(list[row]?.start ?? '') ?? NaN;
  return {
    *folding(field) {
      yield;
      return (rows, into) => {
        into.set(rows.map((row) => numberOf(textIn(field, list[row]).toLowerCase())));
        return numbers.size;
      };
    },
    readLive: (rows, into) => into.set(rows.map((row) => (list[row]?.live === true ? 1 : 0))),
    readDurations: (rows, into) => into.set(Array.from(rows, (row) => list[row]?.durationSeconds ?? 0)),
    readStarts: (rows, into) => into.set(Array.from(rows, secondsOf)),
    text: (field, row) => textIn(field, list[row]),
    startText: (row) => list[row]?.start ?? null,
  };
}

function newestFirst(list: readonly Session[], at: ServerClock): readonly Session[] {
  const moment = ({ start }: Session) => at.secondsOf(start ?? '') ?? -Infinity;
  return list.toSorted((a, b) => (moment(a) === moment(b) ? 0 : moment(b) - moment(a)));
}

function summarize(key: SummaryKey, list: readonly Session[], at: ServerClock): readonly SummaryGroup[] {
  return atOnce(summarizing(key, Int32Array.from(list.keys()), rowsOf(list, at)));
}

/** Counted the plain way, of sessions that come newest first. */
function naive(key: SummaryKey, list: readonly Session[], at: ServerClock): readonly SummaryGroup[] {
  const valueOf = (session: Session) => {
    const seconds = at.secondsOf(session.start ?? '');
    const start = seconds === undefined ? undefined : new Date(seconds * 1000);
    switch (key.kind) {
      case 'field':
        return textIn(key.field, session);
      case 'live':
        return session.live ? 'yes' : 'no';
      case 'day':
        return start?.toISOString().slice(0, 10) ?? '';
      case 'hour':
        return start === undefined ? '' : String(start.getUTCHours());
      case 'weekday':
        return start === undefined ? '' : String(start.getUTCDay() || 7);
    }
  };
  const groups = [...Map.groupBy(list, (session) => valueOf(session).toLowerCase()).values()].map((members) => {
    const begun = members.filter(({ start }) => at.secondsOf(start ?? '') !== undefined);
    const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
    return {
      value: members[0] === undefined ? '' : valueOf(members[0]),
      count: members.length,
      live: members.filter(({ live }) => live).length,
      seconds: sum(members.map(({ live, durationSeconds }) => (live ? 0 : (durationSeconds ?? 0)))),
      firstStart: begun.at(-1)?.start ?? null,
      lastStart: begun[0]?.start ?? null,
    };
  });
  const isNumber = key.kind === 'hour' || key.kind === 'weekday';
  const rank = ({ value }: SummaryGroup) => (isNumber ? value.padStart(2, ' ') : value.toLowerCase());
  return groups.sort((a, b) => b.count - a.count || (rank(a) < rank(b) ? -1 : 1));
}

describe('core: sessions are summed up', () => {
  const keys = ['user', 'device', 'itsm', 'risk', 'live', 'day', 'hour', 'weekday'].map((by) => {
    return summaryKeyOf(by, ['risk']) ?? { kind: 'live' as const };
  });

  for (const at of [clock, clockWithoutZone]) {
    it(`as when they are counted one by one, with ${at.isZoneKnown ? 'a zone' : 'no zone'}`, () => {
      fc.assert(
        fc.property(sessions, fc.constantFrom(...keys), (unordered, key) => {
          const list = newestFirst(unordered, at);
          assert.deepEqual(summarize(key, list, at), naive(key, list, at));
        }),
      );
    });
  }

  it('with the spelling of the newest, the sum of what is known and the server’s own texts', () => {
    const list = [
      makeSession({ user: 'ADMIN', start: '2024-05-06T20:00:00Z', live: true, end: null, durationSeconds: null }),
      makeSession({ user: 'Ana', start: '2024-05-06 16:00:00', durationSeconds: 5 }),
      makeSession({ user: 'admin', start: '2024-05-05 23:00:00', durationSeconds: 60 }),
      makeSession({ user: 'Admin', start: null, durationSeconds: null }),
    ];
    const [first, second] = summarize(summaryKeyOf('usuario', []) ?? { kind: 'day' }, list, clock);
    assert.deepEqual(first, {
      value: 'ADMIN',
      count: 3,
      live: 1,
      seconds: 60,
      firstStart: '2024-05-05 23:00:00',
      lastStart: '2024-05-06T20:00:00Z',
    });
    assert.equal(second?.value, 'Ana');
    const values = (by: string) =>
      summarize(summaryKeyOf(by, []) ?? { kind: 'live' }, list, clock).map(({ value }) => value);
    // A Monday and a Sunday; 20:00 of UTC is 17:00 there.
    assert.deepEqual(values('day'), ['2024-05-06', '', '2024-05-05']);
    assert.deepEqual(values('weekday'), ['1', '', '7']);
    assert.deepEqual(values('hour'), ['', '16', '17', '23']);
    assert.deepEqual(values('live'), ['no', 'yes']);
  });

  it('by what has a name only', () => {
    assert.equal(summaryKeyOf('nothing', ['risk']), undefined);
    assert.equal(summaryKeyOf('id', ['risk']), undefined);
    assert.deepEqual(summaryKeyOf('a b', ['a b']), {
      kind: 'field',
      field: { kind: 'unknown', name: 'a b', isQuoted: true },
    });
    assert.deepEqual(summaryKeyOf('IP', []), { kind: 'field', field: { kind: 'known', name: 'originIp' } });
  });
});
