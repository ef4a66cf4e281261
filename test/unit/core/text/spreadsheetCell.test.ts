import assert from 'node:assert/strict';
import fc from 'fast-check';
import { spreadsheetCell } from '../../../../src/core/text/spreadsheetCell.ts';

describe('core: a cell of tab-separated text', () => {
  it('is no formula', () => {
    const cases: Readonly<Record<string, string>> = {
      '=HYPERLINK("https://attacker.example")': `'=HYPERLINK("https://attacker.example")`,
      '+1': "'+1",
      '-1': "'-1",
      '@SUM(A1)': "'@SUM(A1)",
      '＝1': "'＝1",
      '\t=1': "'\\u0009=1",
      '\r=1': "'⏎=1",
      'a=1': 'a=1',
      '10.0.0.1:22': '10.0.0.1:22',
      '': '',
    };
    for (const [text, cell] of Object.entries(cases)) {
      assert.equal(spreadsheetCell(text), cell);
    }
  });

  it('ends where it ends, whatever is in it', () => {
    assert.equal(spreadsheetCell('"a'), '"""a"');
    assert.equal(spreadsheetCell('a "b"'), 'a "b"');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => assert.doesNotMatch(spreadsheetCell(text), /[\t\r\n]/)),
    );
  });
});
