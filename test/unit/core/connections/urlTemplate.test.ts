import assert from 'node:assert/strict';
import fc from 'fast-check';
import { filledUrl, urlTemplateProblem } from '../../../../src/core/connections/urlTemplate.ts';
import { makeSession } from '../makeSession.ts';

const ticket = 'https://tickets.example.com/browse/{itsm}';

describe('a template of an address', () => {
  const good = [
    ticket,
    'https://instance.service-now.example/task.do?sysparm_query=number={itsm}',
    'https://pam.example.com:8443/flow/#/sessions/{id}/{session_id}?a={extra.cost centre}'.replace(' ', '_'),
    'https://tickets.example.com',
    'https://10.0.0.1/{id}',
    'HTTPS://tickets.example.com/{ITSM}',
    'https://tickets.example.com/...{itsm}/.well-known/{itsm}',
    'https://tickets.example.com/?x=../{itsm}',
  ];
  for (const template of good) {
    it(`can be ${template}`, () => assert.equal(urlTemplateProblem(template), undefined));
  }

  const wrong: Readonly<Record<string, readonly string[]>> = {
    notHttps: [
      'http://tickets.example.com/{itsm}',
      '{itsm}',
      '{itsm}://tickets.example.com',
      'javascript:alert({itsm})',
      'https:/tickets.example.com/{itsm}',
      'https:tickets.example.com',
      '//tickets.example.com/{itsm}',
      'tickets.example.com/{itsm}',
      'file:///{itsm}',
      'vscode://x.y/{itsm}',
    ],
    hostPlaceholder: [
      'https://{device}/x',
      'https://{device}',
      'https://tickets.{device}.example.com/',
      'https://tickets.example.com:{id}/',
      'https://tickets.example.com{itsm}',
      'https://{itsm}@tickets.example.com/',
    ],
    holdsUser: ['https://user@tickets.example.com/{itsm}', 'https://user:word@tickets.example.com/'],
    unknownPlaceholder: [
      'https://tickets.example.com/{ticket}',
      'https://tickets.example.com/{}',
      'https://tickets.example.com/{itsm',
      'https://tickets.example.com/itsm}',
      'https://tickets.example.com/{{itsm}}',
      'https://tickets.example.com/{start.local}',
    ],
    notUrl: [
      'https://',
      'https:///{itsm}',
      'https://tickets example.com/{itsm}',
      'https://tickets.example.com/a b',
      'https://tickets.example.com\\@attacker.example/{itsm}',
      'https://tickets.example.com/\u202e{itsm}',
      'https://tickets.example.com:99999/',
      'https://-/{itsm}',
    ],
    dotSegment: [
      'https://tickets.example.com/../{itsm}',
      'https://tickets.example.com/./{itsm}',
      'https://tickets.example.com/{itsm}/..',
      'https://tickets.example.com/%2e%2E/{itsm}',
      'https://tickets.example.com/.%2e?x={itsm}',
    ],
  };
  for (const [problem, templates] of Object.entries(wrong)) {
    for (const template of templates) {
      it(`cannot be ${JSON.stringify(template)}`, () => assert.equal(urlTemplateProblem(template), problem));
    }
  }

  it('has each value encoded, once', () => {
    const session = makeSession({ itsm: 'A&B=C#1+%2F', request: 'ä /?"\'()*!' });
    assert.deepEqual(filledUrl(ticket, session), {
      url: 'https://tickets.example.com/browse/A%26B%3DC%231%2B%252F',
    });
    assert.deepEqual(filledUrl('https://t.example.com/?q={itsm}&r={request}#{itsm}', session), {
      url: 'https://t.example.com/?q=A%26B%3DC%231%2B%252F&r=%C3%A4%20%2F%3F%22%27%28%29%2A%21#A%26B%3DC%231%2B%252F',
    });
  });

  it('is for sessions that have all that it names', () => {
    assert.equal(filledUrl(ticket, makeSession({ itsm: null })), 'empty');
    assert.equal(filledUrl(ticket, makeSession({ itsm: ' ' })), 'empty');
    assert.equal(filledUrl(`${ticket}/{extra.constructor}`, makeSession({ itsm: 'a' })), 'empty');
  });

  it('takes no value that would lead to another path', () => {
    for (const itsm of ['.', '..']) {
      assert.equal(filledUrl(ticket, makeSession({ itsm })), 'dotSegment');
    }
    assert.equal(filledUrl('https://t.example.com/%2e{itsm}', makeSession({ itsm: '.' })), 'dotSegment');
    assert.equal(
      filledUrl('https://t.example.com/{itsm}{request}/', makeSession({ itsm: '.', request: '.' })),
      'dotSegment',
    );
  });

  it('leads to its own host and path, whatever the values are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('.', '/', '\\', '%', '2', 'e', '@', ':', '?', '#', '\n') }),
    );
    fc.assert(
      fc.property(text, (itsm) => {
        const filled = filledUrl('https://t.example.com/a/{itsm}/b?x={itsm}&y=1#{itsm}', makeSession({ itsm }));
        if (typeof filled === 'string') return;
        const url = new URL(filled.url);
        assert.equal(url.href, filled.url);
        const [, a, value, b, ...more] = url.pathname.split('/');
        assert.deepEqual([url.host, a, b, more], ['t.example.com', 'a', 'b', []]);
        assert.deepEqual([...url.searchParams.keys()], ['x', 'y']);
        assert.equal(decodeURIComponent(value ?? ''), itsm.toWellFormed());
      }),
    );
  });
});
