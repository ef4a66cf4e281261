import assert from 'node:assert/strict';
import {
  readKeptCompare,
  readMessageFromCompare,
  readMessageToCompare,
  type ToComparePage,
} from '../../../src/shared/compare.ts';

const references = [
  { connection: 'lab', id: '540' },
  { connection: 'lab', id: '541' },
];
const show: ToComparePage = {
  type: 'show',
  references,
  view: {
    language: 'en',
    heading: 'Compare Sessions 540, 541',
    columns: [
      { title: 'Session 540', notice: '' },
      { title: 'Session 541', notice: '' },
    ],
    rows: [{ key: 'user', label: 'User', values: ['ana', 'bob'], differs: true, verdict: 'differs' }],
    fields: 'Field',
    timesHeading: 'Times',
    times: ['Both on for 3s.'],
    axis: {
      label: 'By the server’s clock',
      bars: [
        { label: 'Session 540', from: 0, to: 1, live: false },
        { label: 'Session 541', from: 0.5, to: 1, live: true },
      ],
      shaded: [{ from: 0.5, to: 1 }],
      ticks: [{ at: 0, label: '10:00' }],
    },
  },
};

describe('shared: the contract between the host and the page that compares', () => {
  it('lets whole views through', () => {
    assert.deepEqual(readMessageToCompare(structuredClone(show)), show);
    const without = { ...show, view: { ...show.view, axis: null } };
    assert.deepEqual(readMessageToCompare(without), without);
  });

  const { view } = show;
  const toPage: Readonly<Record<string, unknown>> = {
    nothing: undefined,
    'another type': { ...show, type: 'hide' },
    'one session': { ...show, references: references.slice(1) },
    'more sessions than six': { ...show, references: Array(7).fill(references[0]) },
    'a time beyond the axis': { ...show, view: { ...view, axis: { ...view.axis, shaded: [{ from: 0, to: 2 }] } } },
  };
  for (const [name, message] of Object.entries(toPage)) {
    it(`keeps ${name} from the page`, () => assert.equal(readMessageToCompare(message), undefined));
  }

  it('lets through what a person can ask for, and nothing else', () => {
    const messages = [{ type: 'ready' }, { type: 'open', position: 1 }];
    assert.deepEqual(messages.map(readMessageFromCompare), messages);
    const strange = ['ready', { type: 'open' }, { type: 'open', position: -1 }, { type: 'open', position: 0.5 }];
    assert.deepEqual(strange.map(readMessageFromCompare), Array(4).fill(undefined));
  });

  it('keeps of a page which sessions it compares', () => {
    assert.deepEqual(readKeptCompare({ references, view }), { references });
    assert.equal(readKeptCompare({ references: [{ id: '540' }, { id: '541' }] }), undefined);
  });
});
