import assert from 'node:assert/strict';
import { completions } from '../../../../src/core/sessions/query/completions.ts';
import { completed } from '../../../../src/host/filter/completed.ts';

const sources = { isLocal: false, unknownNames: [], values: () => [{ value: 'Ana Maria', count: 2 }] };

/** The text after the first completion was accepted. */
function accepted(text: string): string | undefined {
  const offered = completions(text, sources);
  const [first] = offered.items;
  return first && completed(text, offered, first);
}

describe('host: a completion that is accepted', () => {
  const rows: readonly (readonly [before: string, after: string])[] = [
    ['us', 'user:'],
    ['is:live -(us', 'is:live -(user:'],
    ['user:an', 'user:"Ana Maria" '],
    ['user:bob,an', 'user:bob,"Ana Maria" '],
    ['is:l', 'is:live '],
    ['id:', 'id:>'],
    ['a O', 'a origin_ip:'],
  ];
  for (const [before, after] of rows) {
    it(`makes ${JSON.stringify(after)} of ${JSON.stringify(before)}`, () => assert.equal(accepted(before), after));
  }
});
