import assert from 'node:assert/strict';
import { soughtTexts } from '../../../../src/core/sessions/query/soughtTexts.ts';
import { highlightsIn } from '../../../../src/host/tree/highlightsIn.ts';
import { parse } from '../../core/sessions/query/support.ts';

function highlighted(label: string, query: string): readonly string[] {
  return highlightsIn(label, soughtTexts(parse(query))).map(([start, end]) => label.slice(start, end));
}

describe('host: what a label is highlighted for', () => {
  const rows: readonly (readonly [query: string, highlighted: readonly string[]])[] = [
    ['user:ANA', ['Ana', 'ana']],
    ['ana root', ['Ana', 'root', 'ana']],
    ['ana an', ['Ana', 'ana']],
    ['user:=bob,an* is:live', ['An', 'an']],
    ['-ana', []],
    ['id:5 ip:10.0.0.0/8 user:""', []],
    ['(ana OR root)', ['Ana', 'root', 'ana']],
    ['', []],
  ];
  for (const [query, texts] of rows) {
    it(JSON.stringify(query), () => assert.deepEqual(highlighted('Ana → root anab', query), texts));
  }

  it('is nothing where small letters have other places', () => {
    assert.deepEqual(highlighted('İana', 'ana'), []);
  });
});
