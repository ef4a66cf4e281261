import assert from 'node:assert/strict';
import { makeInquiry, type Sight } from '../../../../src/pages/table/inquiry.ts';
import type { TableAnswer, Ask } from '../../../../src/shared/table.ts';

/** A page that sees so many rows, and a host that has so many. */
function inquiring({ seen = 30, matched = 1000 } = {}) {
  const asks: Ask[] = [];
  let first = 0;
  const sight = (): Sight => ({ first, last: first + seen - 1, top: place(first), cursor: null });
  const inquiry = makeInquiry(sight, (ask) => void asks.push(ask));
  const place = (position: number) => ({ position, id: inquiry.rowAt(position)?.id ?? null });
  const lastAsk = () => {
    const ask = asks.at(-1);
    assert.ok(ask);
    return ask;
  };
  const scrollTo = (row: number) => {
    first = row;
    inquiry.look();
  };
  return {
    asks,
    inquiry,
    lastAsk,
    scrollTo,
    answer: (ask = lastAsk(), arrangement = 1) => inquiry.take(answerTo(ask, arrangement, matched)),
  };
}

/** Rows whose ids are their positions. */
function answerTo({ sequence, top, reach }: Ask, arrangement: number, matched: number): TableAnswer {
  const from = Math.max(top.position - reach, 0);
  const end = Math.min(top.position + reach, matched);
  const rows = Array.from({ length: end - from }, (_, at) => ({ id: String(from + at), live: false, cells: [] }));
  return { type: 'answer', sequence, arrangement, matched, status: '', top: top.position, cursor: null, from, rows };
}

describe('table page: asking for rows', () => {
  it('asks for nothing while there is no list', () => {
    const { inquiry, asks } = inquiring();
    inquiry.look();
    inquiry.begin({ text: 'ssh', sort: null });
    assert.equal(asks.length, 0);
    inquiry.open();
    assert.deepEqual(
      asks.map(({ question }) => question.text),
      ['ssh'],
    );
  });

  it('asks for a few screens around what is seen, and again only near their edge', () => {
    const { inquiry, asks, answer, scrollTo } = inquiring();
    inquiry.open();
    answer();
    assert.equal(inquiry.rowAt(149)?.id, '149');
    assert.equal(inquiry.rowAt(150), undefined);
    scrollTo(60);
    assert.equal(asks.length, 1);
    scrollTo(100);
    assert.equal(asks.length, 2);
    answer();
    assert.equal(inquiry.rowAt(249)?.id, '249');
  });

  it('is content at the end of the list', () => {
    const { inquiry, asks, answer, scrollTo } = inquiring({ matched: 40 });
    inquiry.open();
    answer();
    scrollTo(10);
    assert.equal(asks.length, 1);
  });

  for (const seen of [251, 400, 600]) {
    it(`is content with what one answer holds when ${seen} rows are seen`, () => {
      const { inquiry, asks, answer, scrollTo } = inquiring({ seen, matched: 5000 });
      inquiry.open();
      answer();
      scrollTo(2000);
      answer();
      inquiry.look();
      assert.equal(asks.length, 2);
    });
  }

  it('asks for the last place alone when a person drags past many', () => {
    const { inquiry, asks, answer, scrollTo } = inquiring();
    inquiry.open();
    answer();
    [300, 400, 500, 600, 700].forEach(scrollTo);
    assert.deepEqual(
      asks.map(({ top }) => top.position),
      [0, 300],
    );
    answer();
    inquiry.look();
    assert.equal(asks.at(-1)?.top.position, 700);
  });

  it('does not wait with another question, and drops what is still answered to the older one', () => {
    const { inquiry, asks, answer } = inquiring();
    inquiry.open();
    inquiry.begin({ text: 'a', sort: null });
    inquiry.begin({ text: 'ab', sort: null });
    assert.equal(asks.length, 3);
    assert.equal(answer(asks[0]), undefined);
    assert.equal(answer(asks[1]), undefined);
    assert.equal(answer()?.ask.question.text, 'ab');
    assert.equal(answer(), undefined, 'twice');
  });

  it('begins a question at its top, and goes on from where a person is', () => {
    const { inquiry, lastAsk, answer, scrollTo } = inquiring();
    inquiry.open();
    answer();
    scrollTo(120);
    answer();
    assert.deepEqual([lastAsk().arrangement, lastAsk().top], [1, { position: 120, id: '120' }]);
    inquiry.begin({ text: '', sort: { column: 'user', direction: 'ascending' } });
    assert.deepEqual([lastAsk().arrangement, lastAsk().top], [null, { position: 0, id: null }]);
  });

  it('names the session at the top when the list is another one', () => {
    const { inquiry, lastAsk, answer, scrollTo } = inquiring();
    inquiry.open();
    answer();
    scrollTo(50);
    inquiry.open();
    assert.deepEqual([lastAsk().arrangement, lastAsk().top], [1, { position: 50, id: '50' }]);
  });

  it('forgets the rows of a list that is gone, but not where it was', () => {
    const { inquiry, lastAsk, answer, scrollTo } = inquiring();
    inquiry.open();
    answer();
    scrollTo(50);
    inquiry.close();
    assert.equal(inquiry.rowAt(50), undefined);
    inquiry.open();
    assert.deepEqual([lastAsk().arrangement, lastAsk().top], [null, { position: 50, id: '50' }]);
  });
});
