import assert from 'node:assert/strict';
import { completions } from '../../../../src/core/sessions/query/completions.ts';
import { InvalidQuery } from '../../../../src/core/sessions/query/invalidQuery.ts';
import type { FilterItem, Outcome } from '../../../../src/host/filter/filterItems.ts';
import '../words.ts';

// Late, as it imports `vscode`.
const { filterItems } = await import('../../../../src/host/filter/filterItems.ts');

const values = [
  { value: 'admin', count: 1204 },
  { value: '$(bug) x\u202e', count: 2 },
  { value: '', count: 1 },
];
const sources = { isLocal: false, unknownNames: ['risk'], values: () => values };
const matches: Outcome = { kind: 'matches', matched: 1204, total: 1_000_000 };

function items(
  text: string,
  outcome = matches,
  saved: Readonly<Record<string, string>> = {},
  recent: readonly string[] = [],
) {
  const choices = { saved: Object.entries(saved).map(([name, query]) => ({ name, query })), recent };
  return filterItems(text, outcome, completions(text, sources), choices);
}

function told(item: FilterItem | undefined) {
  return [item?.kind, `${item?.icon ?? ''}: ${item?.label ?? ''}`, item?.description];
}

describe('host: the rows of the filter box', () => {
  it('say first what the text would find', () => {
    assert.deepEqual(told(items('user:admin')[0]), ['apply', 'check: Apply: 1,204 of 1,000,000', '']);
    assert.deepEqual(told(items(' ')[0]), ['apply', 'check: No filter: all 1,000,000 sessions', '']);
    assert.deepEqual(told(items('a', { kind: 'noList' })[0]), ['apply', 'check: Apply once the list is loaded', '']);
  });

  it('say instead what is wrong with it, with its part', () => {
    const problem = new InvalidQuery({ start: 5, end: 8 }, { kind: 'unknownName', name: 'usr', nearest: 'user' });
    const [kind, label, part] = told(items('live usr:a', { kind: 'problem', problem })[0]);
    assert.deepEqual([kind, part], ['problem', 'usr']);
    assert.match(label ?? '', /^error: Nothing is called “usr” here; the nearest name is “user”/);
  });

  it('offer values with their counts, as text, and rewrite the last word by them', () => {
    const [, first, second, third] = items('is:live user:adm');
    assert.deepEqual(told(first), ['rewrite', 'symbol-constant: admin', '1,204']);
    assert.deepEqual(told(second), ['rewrite', 'symbol-constant: \\$(bug) x\\u202e', '2']);
    assert.deepEqual(told(third), ['rewrite', 'symbol-constant: (empty)', '1']);
    const texts = items('is:live user:adm').map((item) => (item.kind === 'rewrite' ? item.text : ''));
    assert.deepEqual(texts.slice(1, 4), ['is:live user:admin ', 'is:live user:"$(bug) x\u202e" ', 'is:live user:"" ']);
  });

  it('go on behind the colon of a name without a blank', () => {
    const [, name] = items('ris');
    assert.deepEqual([name?.label, name?.kind === 'rewrite' && name.text], ['risk:', 'risk:']);
  });

  it('are, before anything is typed, saved, recent and ready-made filters as well', () => {
    const all = items('', matches, { 'Night $(bug)': 'at:2024' }, ['user:bob']);
    const upToFields = all.slice(
      0,
      all.findIndex(({ label }) => label === 'Fields'),
    );
    assert.deepEqual(
      upToFields.map(({ icon, label }) => (icon === '' ? label : `${icon}: ${label}`)),
      [
        'check: No filter: all 1,000,000 sessions',
        'add: Add Filter…',
        'Saved',
        'bookmark: Night \\$(bug)',
        'Recent',
        'history: user:bob',
        'Ready-made',
        'filter: Live now',
        'filter: Started today',
        'filter: Longer than 8 hours',
        'filter: No ITSM code',
        'filter: Protected from purge',
      ],
    );
    const saved = upToFields.find((item) => item.kind === 'rewrite' && item.savedAs !== undefined);
    assert.equal(saved?.kind === 'rewrite' && saved.text, 'at:2024');
    assert.ok(!items('', matches).some(({ label }) => label === 'Saved' || label === 'Recent'));
  });
});
