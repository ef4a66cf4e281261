import assert from 'node:assert/strict';
import { maskOf } from '../../../../src/core/pam/answer/mask.ts';
import { shapeFailure } from '../../../../src/core/pam/answer/shapeFailure.ts';
import { verdict } from '../../../../src/core/pam/answer/verdict.ts';
import { readPieces } from './answer/readText.ts';

/** What came of a text, in one piece and in single bytes alike. */
async function judged(text: string) {
  const bytes = Buffer.from(text);
  const [whole, single] = [await judgedIn([bytes]), await judgedIn(Array.from(bytes, (byte) => Buffer.from([byte])))];
  assert.deepEqual(single, whole);
  return whole;
}

async function judgedIn(pieces: readonly Buffer[]) {
  const document = await readPieces(pieces);
  const mask = maskOf(['top-secret']);
  const failure = verdict(200, document, mask) ?? shapeFailure(document, mask);
  return {
    failure: failure?.code,
    said: failure?.facts.serverText,
    ids: document.found.map(({ id }) => id),
    leftOut: document.unreadable,
  };
}

const two = '{"id":1},{"id":2}';
const blanks = ' \r\n\t'.repeat(50);

describe('core: where a list may be found', () => {
  const lists: readonly (readonly [what: string, text: string])[] = [
    ['blanks behind its key', `{"remote_sessions":${blanks}[${two}]}`],
    ['blanks in front of its colon', `{"remote_sessions"${blanks}:[${two}]}`],
    ['blanks anywhere', `{"remote_sessions" : [ ${two} ] } `.replaceAll(' ', blanks)],
    ['blanks in a doubled envelope', `{"remote_sessions":[{"remote_sessions"${blanks}:${blanks}[${two}]}]}`],
    ['blanks by id', `{"remote_session"\n:${blanks}[${two}]}`],
    ['a key written in escapes', `{"remote_sessions":[${two}]}`.replace('_', '\\u005F')],
    ['a key written in nothing but escapes', `{"${escaped('remote_sessions')}":[${two}]}`],
    ['a wrapper', `{"data":{"remote_sessions":[${two}]}}`],
    ['a wrapper that is an array', `[{"remote_sessions":[${two}]}]`],
    ['nested arrays', `{"remote_sessions":[[{"id":1}],[[{"id":2}]]]}`],
    ['an object with gaps', '{"remote_sessions":{"0":{"id":1},"2":{"id":2}}}'],
    ['an object by id', '{"remote_sessions":{"1":{"id":1,"a":{"b":[]}},"2":{"id":2}}}'],
    ['an object by hash', `{"remote_sessions":{"${'a'.repeat(40)}":{"id":1},"${'b'.repeat(40)}":{"id":2}}}`],
    ['an object by id with blanks', `{"remote_sessions":{"0" : {"id":1} , "2" : {"id":2} } }`.replaceAll(' ', blanks)],
    ['an object for one session', '{"remote_session":{"0":{"id":1},"1":{"id":2}}}'],
    ['an object of envelopes', '{"remote_sessions":{"0":{"code":200,"remote_sessions":[{"id":1}]},"1":{"id":2}}}'],
    ['an object in an envelope', '{"remote_sessions":[{"code":200,"remote_sessions":{"1":{"id":1},"3":{"id":2}}}]}'],
    ['objects in a list', '{"remote_sessions":[{"0":{"id":1}},{"4":{"id":2}}]}'],
    ['lists in an object', '{"remote_sessions":{"0":[{"id":1}],"1":[{"id":2}]}}'],
    ['two byte order marks', `\ufeff\ufeff{"remote_sessions":[${two}]}`],
    ['a byte order mark behind blanks, and one behind it all', ` \n\ufeff {"remote_sessions":[${two}]}\ufeff\n`],
    [
      'a key that is named in texts before',
      `{"a":"remote_sessions","b":"\\"remote_sessions\\":[","remote_sessions":[${two}]}`,
    ],
  ];
  for (const [what, text] of lists) {
    it(`${what}: both sessions`, async () => {
      assert.deepEqual(await judged(text), { failure: undefined, said: undefined, ids: [1, 2], leftOut: 0 });
    });
  }

  const single: readonly (readonly [what: string, text: string])[] = [
    ['with its fields', '{"remote_session":{"id":1,"user":"x"}}'],
    ['with objects in it', '{"remote_session":{"end":{"date":"x"},"tags":[{"id":7}],"device":{"id":8},"id":1}}'],
    ['with objects under numbers', '{"remote_session":{"id":1,"0":{"id":7},"1":[{"id":8}]}}'],
    ['in an envelope', '{"remote_session":{"remote_session":{"id":1}}}'],
  ];
  for (const [what, text] of single) {
    it(`takes one session ${what} for one session`, async () => {
      const { failure, ids } = await judged(text);
      assert.deepEqual([failure, ids], [undefined, [1]]);
    });
  }

  for (const text of [
    '{"remote_sessions":[]}',
    '{"remote_sessions":null}',
    '{"remote_sessions":{}}',
    '{"remote_sessions":{ \n }}',
    '{"remote_session":{}}',
    '{"data":{"remote_sessions":[]}}',
    '{"data":{"remote_sessions":null}}',
    '[{"remote_sessions":[]}]',
    '{"remote_sessions":[{"remote_sessions":[]}]}',
    '{"remote_sessions":{"remote_sessions":{}}}',
    '{"remote_sessions":[{"remote_sessions":null}]}',
    '{"remote_sessions":[[]]}',
  ]) {
    it(`takes ${text} for an empty list`, async () => {
      assert.deepEqual(await judged(text), { failure: undefined, said: undefined, ids: [], leftOut: 0 });
    });
  }

  const odd: readonly (readonly [text: string, ids: readonly number[], leftOut: number])[] = [
    ['{"remote_sessions":["x"]}', [], 1],
    ['{"remote_sessions":[null,null]}', [], 2],
    ['{"remote_sessions":[1,true,"[{]",{"id":1},null,]}', [1], 4],
    ['{"remote_sessions":{"0":{"id":1},"count":2,"2":{"id":2}}}', [1, 2], 1],
    ['{"remote_sessions":{"count":2,"a":[1],"0":{"id":1},"2":{"id":2}}}', [1, 2], 2],
    ['{"remote_sessions":{"0":{"id":1},"1":null,"next":"}"}}', [1], 2],
    ['{"remote_sessions":[{"remote_sessions":[{"id":1}]},{"remote_sessions":"Query failed"}]}', [1], 1],
  ];
  for (const [text, ids, leftOut] of odd) {
    it(`counts what is no session in ${text}`, async () => {
      assert.deepEqual(await judged(text), { failure: undefined, said: undefined, ids, leftOut });
    });
  }

  for (const length of [5_000, 50_000]) {
    it(`reads ${length} records of an object as they arrive`, async () => {
      const record = `{"id":1,"user":"${'x'.repeat(100)}"}`;
      const members = Array.from({ length }, (_, at) => `"${at * 2}":${record}`);
      const text = `{"remote_sessions":{${members.join()},"count":${length}}}`;
      const pieces = text.match(/[^]{1,60000}/g) ?? [];
      const { found, unreadable, complete, sound } = await readPieces(pieces);
      assert.deepEqual([found.length, unreadable, complete, sound], [length, 1, true, true]);
    });
  }
});

describe('core: what stands where a list ought to', () => {
  const instead: readonly (readonly [value: string, said: string | undefined])[] = [
    ['"Query failed"', 'Query failed'],
    ['"[{\\"id\\":1}]"', '[{"id":1}]'],
    ['"{\\"message\\":\\"No database\\"}"', 'No database'],
    ['"for top-secret"', 'for •••'],
    ['""', undefined],
    ['false', 'false'],
    ['0', '0'],
    [`"${'[{\\"id\\":1}],'.repeat(200_000)}"`, `${'[{"id":1}],'.repeat(30).slice(0, 300)}…`],
  ];
  for (const [value, said] of instead) {
    it(`quotes ${value.slice(0, 40)}, under any key and in any envelope`, async () => {
      for (const text of [
        `{"code":200,"remote_sessions":${value},"response":{}}`,
        `{"remote_session" : ${value}}`,
        `{"data":{"remote_sessions":${value}}}`,
        ...(value.length < 1 << 16 ? [`{"remote_sessions":[{"code":200,"remote_sessions":${value}}]}`] : []),
      ]) {
        const bytes = Buffer.from(text);
        const { failure, said: quoted } = await judgedIn([bytes.subarray(0, 100), bytes.subarray(100)]);
        assert.deepEqual([failure, quoted], ['unexpectedJson', said]);
      }
    });
  }
});

describe('core: what a server says when it dies midway', () => {
  const php =
    '<br />\n<b>Fatal error</b>:  Allowed memory size of 134217728 bytes exhausted in <b>/var/a.php</b> on line <b>7</b><br />\n';
  const plain = 'Fatal error: Allowed memory size of 134217728 bytes exhausted in /var/a.php on line 7';
  const uncaught =
    '\nPHP Fatal error: Uncaught PDOException: SQLSTATE[HY000] [2006] It\'s "gone" in #0 {main}\n  thrown';
  const list = `{"code":200,"remote_sessions":[${two}`;

  const cut: readonly (readonly [what: string, text: string, said: string | undefined])[] = [
    ['behind a comma', `${list},${php}`, plain],
    ['behind a record', `${list}${php}`, plain],
    ['in a record', `${list},{"id":3,${php}`, plain],
    ['in a text of a record', `${list},{"id":3,"user":"Jo\n${php}`, plain],
    ['in the envelope', `{"code":200,${php}`, plain],
    ['in an object of records', `{"remote_sessions":{"0":{"id":1},${php}`, plain],
    ['with brackets and quotes in it', `${list},${uncaught}`, uncaught.replace(/\s+/g, ' ').trim()],
    [
      'in a log line',
      `${list},[06-May-2024 16:05:07 UTC] PHP Fatal error`,
      '06-May-2024 16:05:07 UTC] PHP Fatal error',
    ],
    ['as a page', `${list}<html><head><title>504 Gateway Time-out</title>`, '504 Gateway Time-out'],
    ['with a secret', `${list},\nNotice: top-secret is undefined`, 'Notice: ••• is undefined'],
    ['behind the whole list', `${list}]}${php}`, plain],
    ['in a second document', `${list}]}{"code":500,"response":{"message":"Unexpected error."}}`, 'Unexpected error.'],
    ['not at all', list, undefined],
    ['not at all, in a text', `${list},{"id":"3","user":"Jo`, undefined],
    ['not at all, in a word', `${list},{"id":"3","user":nul`, undefined],
    ['not at all, in a key', `${list},{"id":"3","us`, undefined],
  ];
  for (const [what, text, said] of cut) {
    it(`${what}: ${said ?? 'nothing'}`, async () => {
      const { failure, said: quoted } = await judged(text);
      assert.deepEqual([failure, quoted], ['truncated', said]);
    });
  }

  it('quotes a warning between the records of a whole list, and no record behind it', async () => {
    const { failure, said } = await judged(`${list},${php},{"id":3,"user":"Jo"}]}`);
    assert.deepEqual([failure, said], ['notJson', plain]);
  });

  it('quotes it also where the status says that something failed', async () => {
    const failure = verdict(500, await readPieces([`${list},${php}`]));
    assert.equal(failure?.facts.serverText, plain);
  });

  it('takes blanks behind a list for nothing, however many', async () => {
    const pieces = [`${list}]}`, ...Array<Buffer>(40).fill(Buffer.alloc(1 << 16, ' '))];
    const { complete, sound, words } = await readPieces(pieces);
    assert.deepEqual([complete, sound, words], [true, true, '']);
  });

  it('takes brackets too many for no JSON', async () => {
    assert.equal((await judged(`${list}]}}`)).failure, 'notJson');
  });
});

/** Every character as an escape. */
function escaped(text: string): string {
  return Array.from(text, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}
