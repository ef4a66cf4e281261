import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  labelText,
  plainText,
  visibleJson,
  visibleLines,
  oneLine,
  visibleText,
} from '../../../../src/core/text/visibleText.ts';

describe('core: text of the server made visible', () => {
  const table: readonly (readonly [what: string, text: string, shown: string])[] = [
    ['ordinary text', 'operação ü 日本 <b>x</b> $(trash)', 'operação ü 日本 <b>x</b> $(trash)'],
    ['an emoji of several parts', '👩‍💻 🔥', '👩‍💻 🔥'],
    ['a right-to-left override', 'operator\u202etxt.exe', 'operator\\u202etxt.exe'],
    ['a directional isolate', '10.0.0.9\u2066:22', '10.0.0.9\\u2066:22'],
    ['line breaks and tabs', 'a\r\nb\tc', 'a\\u000d\\u000ab\\u0009c'],
    ['a bell and a terminal escape', '\u0007\u001b[31m', '\\u0007\\u001b[31m'],
    ['a C1 control', '\u009b', '\\u009b'],
    ['a zero-width space and a byte order mark', 'a\u200bb\ufeffc', 'a\\u200bb\\ufeffc'],
    ['line and paragraph separators', '\u2028\u2029', '\\u2028\\u2029'],
    ['a tag beyond the basic plane', 'x\u{e0041}', 'x\\u{e0041}'],
    ['as many accents as a language needs', 'e\u0323\u0302', 'e\u0323\u0302'],
    ['more accents', `a${'\u0301'.repeat(10)}b`, `a${'\u0301'.repeat(8)}\\u0301\\u0301b`],
    ['nothing', '', ''],
  ];
  for (const [what, text, shown] of table) {
    it(`shows ${what} as it should`, () => assert.equal(visibleText(text), shown));
  }

  it('stays JSON that says the same, laid out as it was', () => {
    const sent = '{\n\t"user": "a\u202eb\u{e0041}ü",\r\n"note":"c"\r}';
    assert.equal(visibleJson(sent), '{\n\t"user": "a\\u202eb\\udb40\\udc41ü",\r\n"note":"c"\r}');
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), (json) => {
        const shown = visibleJson(json);
        assert.deepEqual(JSON.parse(shown), JSON.parse(json));
        assert.doesNotMatch(shown, /[\p{Cf}\p{Zl}\p{Zp}](?<![\u200c\u200d])/u);
      }),
    );
  });

  it('leaves no link in a notification and no icon in a label', () => {
    assert.equal(plainText('[mend](command:x) and [b](https://b)'), '[mend] (command:x) and [b] (https://b)');
    assert.equal(labelText('$(flame) x'), '\\$(flame) x');
  });

  it('leaves nothing on one line that could move or hide other text', () => {
    const text = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\u202e', '\u2066', '\n', '\u0000')));
    fc.assert(
      fc.property(text, (parts) => {
        assert.doesNotMatch(
          visibleText(parts.join('')),
          /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/u,
        );
      }),
    );
  });

  it('changes only what cannot be seen', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{N}\p{P}\p{S} ]*$/u), (text) => assert.equal(visibleText(text), text)),
    );
  });

  it('keeps line breaks and tabs where lines are kept, and nothing else that is invisible', () => {
    assert.equal(visibleLines('a\nb\r\nc\td\u202ee\rf\u0007'), 'a\nb\r\nc\td\\u202ee\\u000df\\u0007');
  });
});

describe('core: a text on one line', () => {
  it('shows each line break as the sign for one, and all else as it is shown elsewhere', () => {
    assert.equal(oneLine('a\r\nb\nc\rd'), 'a⏎b⏎c⏎d');
    assert.equal(oneLine('a\tb\u202ec'), visibleText('a\tb\u202ec'));
  });
});
