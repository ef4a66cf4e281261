import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isLinked, linkTo, readLink, type LinkParts } from '../../../../src/core/output/sessionLink.ts';

const session = { id: '540', sessionId: '421c83a3b10be439d4da33b6c140f53eaf448207', connection: 'Lab' };
const good = 'vscode://pam-sessions.pam-sessions/session/540?connection=Lab&session=421c83a3b10b';

/** The parts of a link as VS Code tells them: split first, each then decoded once. */
function partsOf(link: string): LinkParts {
  const [, authority = '', path = '', query = '', fragment = ''] =
    /^[\w.+-]+:\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(link) ?? [];
  const [place, way, asked, part] = [authority, path, query, fragment].map((text) =>
    text.replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
      try {
        return decodeURIComponent(encoded);
      } catch {
        return encoded;
      }
    }),
  );
  return { authority: place ?? '', path: way ?? '', query: asked ?? '', fragment: part ?? '' };
}

describe('a link to a session', () => {
  it('names the session, the connection and how the session_id begins, and nothing else', () => {
    assert.equal(linkTo('vscode', session), good);
    assert.deepEqual(readLink(partsOf(good)), { id: '540', connection: 'Lab', beginning: '421c83a3b10b' });
  });

  it('holds no sign that a ticket could read as markup', () => {
    const link = linkTo('vscode', { ...session, connection: `a_b*c(d)[e]{f}|~!'"<>@#&=%+ \u202e` }) ?? '';
    assert.match(link, /^[\w:/.?=&%-]+$/);
    assert.doesNotMatch(link.slice(link.indexOf('connection=')), /_/);
  });

  it('leads back to the connection of the very name', () => {
    const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((name) => name.trim() !== '');
    fc.assert(
      fc.property(fc.oneof(names, fc.constantFrom('A&B=C#1+%2F', 'x&session=1', '100%', 'a b+c', 'é/ü?')), (name) => {
        const link = readLink(partsOf(linkTo('code-oss', { ...session, connection: name }) ?? ''));
        assert.deepEqual(link, { id: '540', connection: name, beginning: '421c83a3b10b' });
      }),
    );
  });

  it('is there for hashes and UUIDs only, by which servers can be told apart', () => {
    for (const sessionId of ['', '421c', 'session number 540', '421c83a3b10', 'g21c83a3b10be', '421c83a3b1/../']) {
      assert.equal(linkTo('vscode', { ...session, sessionId }), undefined, sessionId);
    }
    assert.equal(linkTo('vscode', { ...session, id: '0' }), undefined);
    assert.match(linkTo('vscode', { ...session, sessionId: '0190d6a2-51c4-7c00' }) ?? '', /=0190d6a2-51c$/);
  });

  const refused: Readonly<Record<string, readonly string[]>> = {
    place: [
      'vscode://pam-sessions.pam-sessions/',
      'vscode://pam-sessions.pam-sessions',
      'vscode://pam-sessions.pam-sessions/sessions/540?connection=Lab&session=421c83a3b10b',
      'vscode://pam-sessions.pam-sessions/SESSION/540?connection=Lab&session=421c83a3b10b',
      'vscode://pam-sessions.pam-sessions//session/540?connection=Lab&session=421c83a3b10b',
      'vscode://pam-sessions.pam-sessions/session/540/?connection=Lab&session=421c83a3b10b',
      'vscode://pam-sessions.pam-sessions/session/540/end?connection=Lab&session=421c83a3b10b',
      'vscode://pam-sessions.pam-sessions/session/../540?connection=Lab&session=421c83a3b10b',
      'vscode://pam-sessions.pam-sessions/x/../session/540?connection=Lab&session=421c83a3b10b',
      'vscode://pam-sessions.pam-sessions/session%2F540/1?connection=Lab&session=421c83a3b10b',
      'vscode://pam-sessions.pam-sessions\\@attacker.example/session/540?connection=Lab&session=421c83a3b10b',
      'vscode://user@pam-sessions.pam-sessions/session/540?connection=Lab&session=421c83a3b10b',
      'vscode://pam-sessions.pam-sessions:443/session/540?connection=Lab&session=421c83a3b10b',
      'vscode://pam-sessions.pam-sessions.attacker.example/session/540?connection=Lab&session=421c83a3b10b',
      'vscode://attacker.example/session/540?connection=Lab&session=421c83a3b10b',
      `${good}#x`,
      `${good}#/session/1`,
    ],
    id: [
      '',
      '0',
      '00540',
      '-1',
      '1.5',
      '5e2',
      '0x1',
      '540a',
      '54 0',
      '%20540',
      '540%0A',
      '%2535%2534',
      '٥٤٠',
      '..',
      '*',
    ].map((id) => `vscode://pam-sessions.pam-sessions/session/${id}?connection=Lab&session=421c83a3b10b`),
    parameters: [
      '',
      '?',
      '?connection=Lab',
      '?session=421c83a3b10b',
      '?session=421c83a3b10b&connection=Lab',
      '?Connection=Lab&Session=421c83a3b10b',
      '?connection=Lab&session=421c83a3b10b&host=attacker.example',
      '?connection=Lab&session=421c83a3b10b&token=x',
      '?connection=Lab&session=421c83a3b10b&',
      '?connection=Lab&session=421c83a3b10b=',
      '?host=attacker.example&connection=Lab&session=421c83a3b10b',
      '?connection=Lab;session=421c83a3b10b',
      '?connection%3DLab%2526session%3D421c83a3b10b',
    ].map((query) => `vscode://pam-sessions.pam-sessions/session/540${query}`),
    connection: ['', '%20', '%0A', 'x'.repeat(1001)].map(
      (name) => `vscode://pam-sessions.pam-sessions/session/540?connection=${name}&session=421c83a3b10b`,
    ),
    beginning: [
      '',
      '4',
      '421c83a3b10',
      '421c83a3b10be',
      '421c83a3b10g',
      '%2A',
      '....',
      '421c83a3b10%00',
      ' 421c83a3b10',
    ].map((start) => `vscode://pam-sessions.pam-sessions/session/540?connection=Lab&session=${start}`),
  };
  for (const [problem, links] of Object.entries(refused)) {
    it(`is refused where its ${problem} is not as it must be`, () => {
      for (const link of links) {
        assert.equal(readLink(partsOf(link)), problem, link);
      }
    });
  }

  it('takes another parameter in the place of a name for a part of it, which is the name of no connection', () => {
    const link = good.replace('connection=Lab', 'connection=Lab&host=attacker.example');
    assert.deepEqual(readLink(partsOf(link)), {
      id: '540',
      connection: 'Lab&host=attacker.example',
      beginning: '421c83a3b10b',
    });
  });

  it('is encoded once: what is encoded twice names no connection that is here', () => {
    const link = readLink(partsOf(good.replace('Lab', 'La%2562')));
    assert.equal(typeof link === 'object' && link.connection, 'La%62');
  });

  it("means one session only: the one that begins so, not another server's with the same number", () => {
    const link = { id: '540', connection: 'Lab', beginning: '421C83a3b10b' };
    assert.equal(isLinked(link, session), true);
    assert.equal(isLinked(link, { ...session, sessionId: session.sessionId.toUpperCase() }), true);
    assert.equal(isLinked(link, { ...session, sessionId: `0${session.sessionId}` }), false);
    assert.equal(isLinked(link, { ...session, sessionId: '' }), false);
    assert.equal(isLinked(link, { ...session, id: '541' }), false);
  });
});
