import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SessionIndexBuilder } from '../../../../../src/core/sessions/index/sessionIndexBuilder.ts';
import type { SessionIndex } from '../../../../../src/core/sessions/index/sessionIndex.ts';
import type { Session } from '../../../../../src/core/sessions/session.ts';
import { makeSession } from '../../makeSession.ts';

const bare = {
  sessionId: '',
  user: '',
  originIp: '',
  credential: '',
  device: '',
  protocol: '',
  proxy: '',
  start: null,
  end: null,
} as const;

function indexOf(list: readonly Partial<Session>[]): SessionIndex {
  const builder = new SessionIndexBuilder();
  list.forEach((each, at) => builder.add(makeSession({ ...bare, id: `9${at}`, ...each })));
  return builder.build();
}

/** Which of the sessions of a list a text finds, by their places. */
function found(index: SessionIndex, query: string): readonly number[] {
  return Array.from(index.filter(query)).sort((a, b) => a - b);
}

describe('core: the search for a time', () => {
  const index = indexOf([
    { start: '2024-05-06 16:05:07' },
    { start: '2024-05-07 06:16:05', end: '2024-05-07 16:05:00' },
    { start: '2024-05-06T16:05:07' },
    { start: '2000-01-01 00:00:00', end: '2024-12-31 23:59:59' },
    { start: '2068-01-19 03:14:06' },
    {},
  ]);
  for (const [query, rows] of [
    ['16:05', [0, 1, 2]],
    ['16:05:07', [0, 2]],
    [':05:', [0, 1, 2]],
    ['2024', [0, 1, 2, 3]],
    ['2024-05-06', [0, 2]],
    ['-06', [0, 2]],
    ['2024-05-06 16:05:07', [0]],
    ['2024-05-06T16', [2]],
    ['2024-05-06 16', [0]],
    ['06 16:05', [0]],
    ['6 1', [0]],
    ['07 16:05:0', [1]],
    ['05-07 06:16', [1]],
    ['07 16:05:07', []],
    ['2024-05-06 6', []],
    ['2024-05-0 16', []],
    ['06 05:07', []],
    ['16:05 2024', []],
    ['05:07 16:05', []],
    ['2024-05-06 2024', []],
    ['2024-05-06  16', []],
    ['2024-05-06 16:05:07 x', []],
    ['2024-05-06 16 05', []],
    ['23:59:59', [3]],
    ['2000-01-01 00:00:00', [3]],
    ['1999', []],
    ['2068-01-19 03:14:06', [4]],
    ['1970', []],
  ] as const) {
    it(`finds ${rows.length} by ${query}`, () => assert.deepEqual(found(index, query), rows));
  }
});

describe('core: the search for an id', () => {
  const ids = ['1000000000', '2147483646', '2147483647', '9999999999', '123456789', '12345678901', '0', '1000000001'];
  const index = indexOf(ids.map((id) => ({ id })));
  for (const [query, wanted] of [
    ['1000000000', ['1000000000']],
    ['2147483646', ['2147483646']],
    ['2147483647', ['2147483647']],
    ['9999999999', ['9999999999']],
    ['147483646', ['2147483646']],
    ['214748364', ['2147483646', '2147483647']],
    ['123456789', ['123456789', '12345678901']],
    ['1234567890', ['12345678901']],
    ['2345678901', ['12345678901']],
    ['0123456789', []],
    ['0000000001', []],
    ['000000001', ['1000000001']],
    ['00000000', ['1000000000', '1000000001']],
    ['12345678901', ['12345678901']],
    ['123456789012', []],
    ['0', ['1000000000', '12345678901', '0', '1000000001']],
  ] as const) {
    it(`finds ${wanted.length} by ${query}`, () => {
      assert.deepEqual(
        found(index, query).map((row) => ids[row]),
        wanted,
      );
    });
  }
});

describe('core: the search for a session_id', () => {
  const hashes = [
    'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
    '9abcdef0123456789abcdef0123456789abcdefa',
    '1b2c3d4e5f60718293a4b5c6d7e8f9012345678f',
  ];
  const index = indexOf([...hashes, 'Not-One'].map((sessionId, at) => ({ id: 'wxyz'.charAt(at), sessionId })));

  it('finds each beginning, end and middle, in any case, and no text that reaches into the next one', () => {
    const all = hashes.join('');
    for (const length of [1, 2, 3, 4, 7, 12, 39, 40]) {
      for (const from of [0, 1, 2, 19, 38, 39, 40, 41, 80 - length, 81 - length, 119 - length, 120 - length]) {
        const query = all.slice(from, from + length);
        const rows = hashes.flatMap((hash, row) => (hash.includes(query) ? [row] : []));
        assert.deepEqual(found(index, from % 2 === 0 ? query : query.toUpperCase()), rows, query);
      }
    }
  });

  it('finds what is no hash by its letters', () => {
    assert.deepEqual([found(index, 'not-'), found(index, 'T-ONE'), found(index, 'not-ones')], [[3], [3], []]);
  });
});

describe('core: the search in unknown fields', () => {
  const many = Object.fromEntries(Array.from({ length: 16 }, (_, at) => [`f${at}`, `value of ${at}`]));
  const index = indexOf([
    { extra: many },
    { extra: { ...many, f16: 'Sixteen "quoted" \\ é', f17: { Deep: ['in "here"', 17] }, f18: null, f19: true } },
    { extra: { f16: 'lone \ud800 half', 'na\ud800me': 'half \udc00 a name', 'na"me': 4711 } },
    { extra: { f3: 'tab\tand "quotes"', f4: { Deep: 'twice \\ "over"' }, f5: 'Ü\ud800' } },
  ]);
  for (const [query, rows] of [
    ['value of 15', [0, 1]],
    ['SIXTEEN "quoted" \\ É', [1]],
    ['\\"quoted', []],
    ['{"deep":["in \\"here\\"",17]}', [1]],
    ['true', [1]],
    ['lone \ufffd half', [2]],
    ['lone \ud800 half', [2]],
    ['lone', [2]],
    ['half \udc00 a', [2]],
    ['\\ud800', []],
    ['f16', []],
    ['4711', [2]],
    ['tab\tand "quotes"', [3]],
    ['"tab', []],
    ['\\"over\\"', [3]],
    ['ü\ud800', [3]],
  ] as const) {
    it(`finds ${rows.length} by ${JSON.stringify(query)}`, () => assert.deepEqual(found(index, query), rows));
  }

  it('keeps their names and values as they were', () => {
    const { extra } = index.session(2);
    assert.deepEqual(extra, { f16: 'lone \ud800 half', 'na\ud800me': 'half \udc00 a name', 'na"me': 4711 });
  });
});

describe('core: the search in a list of several pages', () => {
  const rows = [0, 16_383, 16_384, 32_770];
  const own = {
    user: 'a user of their own',
    start: '2024-05-06 16:05:07',
    end: '2024-05-06T16:05:08',
    sessionId: `abcdefabcdef${'0'.repeat(28)}`,
    extra: { note: 'an unknown value' },
  };

  it('finds the same in each of them', () => {
    const builder = new SessionIndexBuilder();
    const session = makeSession({ ...bare, sessionId: '1'.repeat(40) });
    for (let row = 0; row <= 32_770; row++) {
      const changes = rows.includes(row) ? { ...own, id: `2${String(row).padStart(9, '0')}` } : { id: String(row) };
      builder.add({ ...session, user: `user ${row}`, ...changes });
    }
    const index = builder.build();
    const queries = ['of their own', '05-06 16', '16:05:08', 'abcdefabcdef', '0'.repeat(28), 'unknown'];
    for (const query of queries) {
      assert.deepEqual(found(index, query), rows, query);
    }
    assert.deepEqual(
      ['2000016383', '0032770', 'user 16385', 'user 32769'].map((query) => found(index, query)),
      [[16_383], [32_770], [16_385], [32_769]],
    );
  });

  it('finds the odd values in each of them', () => {
    const builder = new SessionIndexBuilder();
    const session = makeSession(bare);
    for (let row = 0; row <= 32_770; row++) {
      const changes = rows.includes(row) ? { sessionId: 'Not-One', id: `77777777777${row}` } : { id: String(row) };
      builder.add({ ...session, ...changes });
    }
    const index = builder.build();
    assert.deepEqual([found(index, 'not-one'), found(index, '77777777777')], [rows, rows]);
  });
});

describe('core: the search for a part of anything', () => {
  const two = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, '0'));
  const time = fc.option(
    fc
      .tuple(fc.integer({ min: 1, max: 28 }), two(23), two(59), two(59), fc.constantFrom(' ', ' ', ' ', 'T'))
      .map(([day, hour, minute, second, separator]) => `2024-05-${day}${separator}${hour}:${minute}:${second}`),
  );
  const session = fc
    .record({
      id: fc.bigInt({ min: 0n, max: 20_000_000_000n }).map(String),
      sessionId: fc.oneof(
        fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 40, maxLength: 40 }),
        fc.string({ maxLength: 6 }),
      ),
      user: fc.string({ unit: 'grapheme', maxLength: 5 }),
      start: time,
      end: time,
      itsm: fc.option(fc.string({ unit: 'binary', maxLength: 5 })),
      extra: fc.dictionary(fc.string({ maxLength: 2 }), fc.oneof(fc.string(), fc.integer(), fc.boolean()), {
        maxKeys: 20,
        noNullPrototype: true,
      }),
    })
    .map((changes) => makeSession({ ...bare, ...changes }));
  const texts = ({ extra, ...fields }: Session) =>
    [
      ...Object.values(fields),
      ...Object.values(extra).map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
    ]
      .filter((value) => typeof value === 'string')
      // Half a surrogate pair is seen as a replacement character.
      .map((text) => text.toLowerCase().toWellFormed());

  it('finds the sessions that have it, and no others', () => {
    const list = fc.uniqueArray(session, { selector: ({ id }) => id, minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(list, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (sessions, nth, field, from, length) => {
        const own = texts(sessions[nth % sessions.length] ?? makeSession());
        const text = own[field % own.length] ?? '';
        const begin = from % Math.max(text.length, 1);
        const query = text.slice(begin, begin + 1 + (length % 12));
        const wanted = query.trim().toLowerCase().toWellFormed();
        const expected = sessions.flatMap((each, row) =>
          texts(each).some((own) => own.includes(wanted)) ? [row] : [],
        );
        assert.deepEqual(found(indexOf(sessions), query), expected);
      }),
      { numRuns: 60 },
    );
  });
});
