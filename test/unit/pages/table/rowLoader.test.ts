import assert from 'node:assert/strict';
import { makeRowLoader, type Sight } from '../../../../src/pages/table/rowLoader.ts';
import type { TableAnswer, Ask } from '../../../../src/shared/tableAsk.ts';

/** A page that sees so many rows, and a host that has so many. */
function inquiring({ seen = 30, matched = 1000 } = {}) {
  const asks: Ask[] = [];
  let first = 0;
  const sight = (): Sight => ({ first, last: first + seen - 1, top: place(first), cursor: null });
  const loader = makeRowLoader(sight, (ask) => void asks.push(ask));
  const place = (position: number) => ({ position, id: loader.rowAt(position)?.id ?? null });
  const lastAsk = () => {
    const ask = asks.at(-1);
    assert.ok(ask);
    return ask;
  };
  const scrollTo = (row: number) => {
    first = row;
    loader.look();
  };
  return {
    asks,
    loader,
    lastAsk,
    scrollTo,
    answer: (ask = lastAsk(), arrangement = 1) => loader.take(answerTo(ask, arrangement, matched)),
  };
}

/** Rows whose ids are their positions. */
function answerTo({ sequence, top, reach }: Ask, arrangement: number, matched: number): TableAnswer {
  const from = Math.max(top.position - reach, 0);
  const end = Math.min(top.position + reach, matched);
  const rows = Array.from({ length: end - from }, (_, at) => ({ id: String(from + at), live: false, cells: [] }));
  const places = { top: top.position, cursor: null, selected: null, from, lost: null, columns: [] };
  return { type: 'answer', sequence, arrangement, matched, status: '', ...places, rows };
}

describe('table page: asking for rows', () => {
  it('asks for nothing while there is no list', () => {
    const { loader, asks } = inquiring();
    loader.look();
    loader.begin({ text: 'ssh', sort: [] });
    assert.equal(asks.length, 0);
    loader.open();
    assert.deepEqual(
      asks.map(({ question }) => question.text),
      ['ssh'],
    );
  });

  it('asks for a few screens around what is seen, and again only near their edge', () => {
    const { loader, asks, answer, scrollTo } = inquiring();
    loader.open();
    answer();
    assert.equal(loader.rowAt(149)?.id, '149');
    assert.equal(loader.rowAt(150), undefined);
    scrollTo(60);
    assert.equal(asks.length, 1);
    scrollTo(100);
    assert.equal(asks.length, 2);
    answer();
    assert.equal(loader.rowAt(249)?.id, '249');
  });

  it('is content at the end of the list', () => {
    const { loader, asks, answer, scrollTo } = inquiring({ matched: 40 });
    loader.open();
    answer();
    scrollTo(10);
    assert.equal(asks.length, 1);
  });

  for (const seen of [251, 400, 600]) {
    it(`is content with what one answer holds when ${seen} rows are seen`, () => {
      const { loader, asks, answer, scrollTo } = inquiring({ seen, matched: 5000 });
      loader.open();
      answer();
      scrollTo(2000);
      answer();
      loader.look();
      assert.equal(asks.length, 2);
    });
  }

  it('asks for the last place alone when a person drags past many', () => {
    const { loader, asks, answer, scrollTo } = inquiring();
    loader.open();
    answer();
    [300, 400, 500, 600, 700].forEach(scrollTo);
    assert.deepEqual(
      asks.map(({ top }) => top.position),
      [0, 300],
    );
    answer();
    loader.look();
    assert.equal(asks.at(-1)?.top.position, 700);
  });

  it('does not wait with another question, and drops what is still answered to the older one', () => {
    const { loader, asks, answer } = inquiring();
    loader.open();
    loader.begin({ text: 'a', sort: [] });
    loader.begin({ text: 'ab', sort: [] });
    assert.equal(asks.length, 3);
    assert.equal(answer(asks[0]), undefined);
    assert.equal(answer(asks[1]), undefined);
    assert.equal(answer()?.ask.question.text, 'ab');
    assert.equal(answer(), undefined, 'twice');
  });

  it('begins a question at its top, and goes on from where a person is', () => {
    const { loader, lastAsk, answer, scrollTo } = inquiring();
    loader.open();
    answer();
    scrollTo(120);
    answer();
    assert.deepEqual([lastAsk().arrangement, lastAsk().top], [1, { position: 120, id: '120' }]);
    loader.begin({ text: '', sort: [{ column: 'user', direction: 'ascending' }] });
    assert.deepEqual([lastAsk().arrangement, lastAsk().top], [null, { position: 0, id: null }]);
  });

  it('names the session at the top when the list is another one', () => {
    const { loader, lastAsk, answer, scrollTo } = inquiring();
    loader.open();
    answer();
    scrollTo(50);
    loader.open();
    assert.deepEqual([lastAsk().arrangement, lastAsk().top], [1, { position: 50, id: '50' }]);
  });

  it('forgets the rows of a list that is gone, but not where it was', () => {
    const { loader, lastAsk, answer, scrollTo } = inquiring();
    loader.open();
    answer();
    scrollTo(50);
    loader.close();
    assert.equal(loader.rowAt(50), undefined);
    loader.open();
    assert.deepEqual([lastAsk().arrangement, lastAsk().top], [null, { position: 50, id: '50' }]);
  });

  it('goes on under the question before, with its rows, where another one is no query', () => {
    const { loader, asks, answer, lastAsk, scrollTo } = inquiring();
    loader.open();
    loader.begin({ text: 'ssh', sort: [] });
    answer();
    loader.begin({ text: 'usr:x', sort: [] });
    assert.equal(loader.refuse(lastAsk().sequence - 1), false);
    assert.equal(loader.refuse(lastAsk().sequence), true);
    assert.equal(loader.rowAt(3)?.id, '3');
    scrollTo(500);
    assert.deepEqual([lastAsk().question.text, lastAsk().arrangement, asks.length], ['ssh', 1, 4]);
  });

  it('asks for all where the first question is no query, or no longer one', () => {
    const { loader, lastAsk, answer } = inquiring();
    loader.begin({ text: 'risk:high', sort: [] });
    loader.open();
    loader.refuse(lastAsk().sequence);
    assert.equal(lastAsk().question.text, '');
    answer();
    loader.begin({ text: 'risk:high', sort: [] });
    answer();
    loader.open();
    loader.refuse(lastAsk().sequence);
    assert.equal(lastAsk().question.text, '');
  });
});
