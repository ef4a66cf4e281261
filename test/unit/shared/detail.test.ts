import assert from 'node:assert/strict';
import {
  isAboutAnother,
  readKeptDetail,
  readMessageFromPage,
  readMessageToPage,
  readReference,
  type ToDetailPage,
} from '../../../src/shared/detail.ts';
import type { MarkView, StripView } from '../../../src/shared/neighbours.ts';

const show: ToDetailPage = {
  type: 'show',
  reference: { connection: 'lab', id: '540' },
  isKept: false,
  view: {
    language: 'en',
    heading: 'Session 540',
    subheading: 'SSH',
    state: { live: true, label: 'Live', since: 0, hint: '' },
    notice: '',
    busy: false,
    failure: { what: 'What', advice: 'Advice', buttons: [{ action: 'retry', label: 'Retry' }] },
    fields: [
      { key: 'start', label: 'Start', value: '1970-01-01 00:00:00', instant: 0, note: '', copyLabel: 'Copy Start' },
    ],
    extraFields: [],
    json: '{"id":"540"}',
    words: {
      copySessionId: 'Copy Session ID',
      refresh: 'Refresh',
      reveal: 'Reveal in Tree',
      keep: 'Keep',
      autoRefresh: 'Refresh Every Minute',
      fields: 'Fields',
      extraFields: 'Other fields',
      json: 'JSON as the server sent it',
      copyJson: 'Copy JSON',
      localTime: '{0} your time',
      liveFor: 'Live for {0}',
      units: ['{0}d', '{0}h', '{0}m', '{0}s'],
    },
  },
};

const mark: MarkView = { id: '1', label: '1', from: 0, to: 1, lane: 0, live: false, own: true, cells: ['1'] };
const strip: StripView = {
  heading: 'Sessions on this device around it',
  range: 'One day',
  more: '',
  own: 'This session',
  help: '',
  zoomIn: { label: 'Zoom In', leads: true },
  zoomOut: { label: 'Zoom Out', leads: false },
  marks: [mark],
  lanes: 1,
  ticks: [{ at: 0.5, label: '10:00' }],
  table: 'The same as a table',
  columns: ['ID'],
};

const neighbours: ToDetailPage = {
  type: 'neighbours',
  reference: show.reference,
  view: {
    heading: 'In the loaded list',
    notice: '',
    load: '',
    news: ['First.'],
    steps: [{ way: 'device', direction: 'next', label: 'Next on This Device', leads: true }],
    related: [
      { to: 'overlap', label: 'Others at the same time: 1', newest: [{ id: '1', label: '1' }], showAll: 'Show All' },
    ],
    strip,
  },
};

function withStrip(other: unknown): unknown {
  return { ...neighbours, view: { ...neighbours.view, strip: other } };
}

describe('shared: the contract between the host and the detail page', () => {
  it('lets whole views through', () => {
    assert.deepEqual(readMessageToPage(structuredClone(show)), show);
    assert.deepEqual(readMessageToPage(structuredClone(neighbours)), neighbours);
    assert.deepEqual(readMessageToPage({ ...neighbours, view: null }), { ...neighbours, view: null });
  });

  const { view } = show;
  const toPage: Readonly<Record<string, unknown>> = {
    nothing: undefined,
    'another type': { ...show, type: 'hide' },
    'a relation that there is not': { ...neighbours, view: { ...neighbours.view, related: [{ to: 'proxy' }] } },
    'a mark beyond the strip': withStrip({ ...strip, marks: [{ ...mark, to: 1.5 }] }),
    'a mark nowhere': withStrip({ ...strip, marks: [{ ...mark, from: Number.NaN }] }),
    'more marks than can be': withStrip({ ...strip, marks: Array(501).fill(mark) }),
    'neighbours of nothing': { ...neighbours, reference: undefined },
    'no reference': { ...show, reference: undefined },
    'an instant that is none': { ...show, view: { ...view, state: { ...view.state, since: Number.NaN } } },
    'an instant beyond the calendar': { ...show, view: { ...view, state: { ...view.state, since: 1e300 } } },
    'an unknown button': { ...show, view: { ...view, failure: { ...view.failure, buttons: [{ action: 'drop' }] } } },
    'JSON that is no text': { ...show, view: { ...view, json: { id: '540' } } },
    'a missing unit': { ...show, view: { ...view, words: { ...view.words, units: ['d'] } } },
  };
  for (const [name, message] of Object.entries(toPage)) {
    it(`keeps ${name} from the page`, () => assert.equal(readMessageToPage(message), undefined));
  }

  it('lets through what a person can ask for', () => {
    const messages = [
      { type: 'ready' },
      { type: 'refresh' },
      { type: 'reveal' },
      { type: 'keep', reference: show.reference },
      { type: 'copy', key: 'user' },
      { type: 'button', action: 'signIn' },
      { type: 'open', id: '7' },
      { type: 'step', way: 'user', direction: 'previous' },
      { type: 'showRelated', to: 'originIp' },
      { type: 'loadList' },
      { type: 'zoom', direction: 'out' },
      { type: 'autoRefresh', reference: show.reference },
    ];
    assert.deepEqual(messages.map(readMessageFromPage), messages);
  });

  const fromPage: Readonly<Record<string, unknown>> = {
    nothing: undefined,
    'a word': 'ready',
    'another type': { type: 'run' },
    'a copy of nothing': { type: 'copy' },
    'an opening of what is no ID': { type: 'open', id: '../1' },
    'a step nowhere': { type: 'step', way: 'user', direction: 'up' },
    'a key longer than any': { type: 'copy', key: 'x'.repeat(1001) },
    'an unknown button': { type: 'button', action: 'signOut' },
  };
  for (const [name, message] of Object.entries(fromPage)) {
    it(`keeps ${name} from the host`, () => assert.equal(readMessageFromPage(message), undefined));
  }

  it('keeps of a page what names its session and whether it is kept, and nothing else', () => {
    const named = { connection: 'lab', id: '540', session: { user: 'x' } };
    assert.deepEqual(readKeptDetail(named), { ...show.reference, kept: false });
    assert.deepEqual(readKeptDetail({ ...named, kept: true }), { ...show.reference, kept: true });
    assert.equal(readKeptDetail({ ...named, kept: 'yes' }), undefined);
    assert.equal(readKeptDetail(undefined), undefined);
    assert.deepEqual(readReference(named), show.reference);
    assert.equal(readReference({ id: '540' }), undefined);
    assert.equal(readReference(undefined), undefined);
  });

  it('knows a message about a session that the host has left', () => {
    const other = { connection: 'other', id: '540' };
    assert.equal(isAboutAnother({ type: 'keep', reference: other }, show.reference), true);
    assert.equal(isAboutAnother({ type: 'keep', reference: show.reference }, show.reference), false);
    assert.equal(isAboutAnother({ type: 'refresh' }, show.reference), false);
  });
});
