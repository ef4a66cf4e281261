import assert from 'node:assert/strict';
import { atOnce } from '../../../../src/core/async/work.ts';
import { sessionsJson } from '../../../../src/core/output/sessionsJson.ts';
import { makeSession } from '../makeSession.ts';

const hostile = makeSession({ user: 'a\u202eb\u0000\u0085\u{e0041}\u2028"', extra: { deep: [{ x: '\ufeff' }] } });

describe('sessionsJson', () => {
  it('is JSON of the same values, one as an object and several as a list', () => {
    assert.deepEqual(JSON.parse(atOnce(sessionsJson([hostile]))), hostile);
    const many = Array.from({ length: 40 }, (_, at) => makeSession({ id: String(at) }));
    assert.deepEqual(JSON.parse(atOnce(sessionsJson(many))), many);
    assert.deepEqual(JSON.parse(atOnce(sessionsJson([]))), []);
  });

  it('hides nothing: what cannot be seen is an escape of JSON', () => {
    const text = atOnce(sessionsJson([hostile, hostile]));
    assert.doesNotMatch(text, /[\p{Cf}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
  });

  it('is indented as a whole', () => {
    const one = atOnce(sessionsJson([makeSession()]));
    const two = atOnce(sessionsJson([makeSession(), makeSession()]));
    assert.equal(two, JSON.stringify([JSON.parse(one), JSON.parse(one)], null, 2));
  });
});
