import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownText } from '../../../../src/core/output/markdownText.ts';
import { oneLine } from '../../../../src/core/text/visibleText.ts';

/** What a ticket system shows for a text without markup: the characters that the numbers stand for. */
function shown(markdown: string): string {
  return markdown.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

/** What a text is made of that tries everything. */
const signs = Array.from('ab1 @#!~$%&:/.-_+=?*`<>[](){}|\\^"\n\t');

const breach = '\u200c';

describe('markdownText', () => {
  const plain = [
    'svc_backup',
    'db-01.corp.example:22',
    '10.66.33.15:3389',
    '2020-11-17 15:29:21',
    'ana+night',
    'RDP Proxy',
    '1d 2h 3m',
  ];
  for (const text of plain) {
    it(`leaves ${text} as it is, which is markup nowhere`, () => assert.equal(markdownText(text), text));
  }

  const hostile: Readonly<Record<string, { readonly text: string; readonly never: RegExp }>> = {
    'a link': { text: '[Free coffee](https://attacker.example)', never: /\]\s*\(|:\/\// },
    'a link of a reference': { text: '[Free coffee][there]', never: /\[|\]/ },
    'an image': { text: '![dot](https://attacker.example/dot.png)', never: /!\[|!\w/ },
    "an image of Jira's": { text: '!https://attacker.example/dot.png!', never: /!/ },
    'an address': { text: 'https://attacker.example', never: /:\/\// },
    'an address without a scheme': { text: 'WWW.attacker.example', never: /www\./i },
    'an address of mail': { text: 'ana@attacker.example', never: /@/ },
    'an address in angles': { text: '<https://attacker.example>', never: /[<>]/ },
    HTML: { text: '<img src=x onerror="alert(1)">', never: /[<>]/ },
    'an entity': { text: '&lt;b&gt;', never: /&(?!#\d+;)/ },
    'a macro': { text: '{code}x{code} {panel:title=x}', never: /[{}]/ },
    "a mention of Jira's": { text: '[~ana]', never: /[[~]/ },
    "a link of Jira's": { text: '[Free coffee|https://attacker.example]', never: /[[|]/ },
    'a break of a table': { text: 'a | b || c\n| d |', never: /[|\n]/ },
    code: { text: '`rm -rf` ```\n~~~', never: /[`~\n]/ },
    'code by blanks': { text: '    rm -rf', never: /^ / },
    emphasis: { text: '*a* _b_ **c** __d__ -e- +f+ ^g^ ??h??', never: /[*^]|(?<!\w)[_+?-]|[_+?-](?!\w)/ },
    'a heading': { text: '# a', never: /#(?!\d+;)/ },
    "a heading of Jira's": { text: 'h1. a', never: /\. / },
    'a list': { text: '- a', never: /^-/ },
    'a list with numbers': { text: '1. a', never: /^1\./ },
    'a rule': { text: '----', never: /-/ },
    'an emoji': { text: ':smile: (x) :)', never: /:smile|\(x\)|:\)/ },
    'a line break in Jira': { text: String.raw`a\\b`, never: /\\/ },
    'a formula': { text: '$x$', never: /\$/ },
  };
  for (const [what, { text, never }] of Object.entries(hostile)) {
    it(`makes no markup of ${what}, and shows it`, () => {
      const markdown = markdownText(text);
      assert.doesNotMatch(markdown, never);
      assert.equal(shown(markdown).replaceAll(breach, ''), oneLine(text));
    });
  }

  it('breaks up what is looked for in the finished text: mentions, references, addresses, emoji', () => {
    const signs = ['@ana', '#12', '!12', '~label', '%12', '&12', 'https://a', '//a', 'www.a', 'mailto:a', ':smile:'];
    for (const text of signs) {
      const finished = shown(markdownText(text));
      assert.doesNotMatch(finished, /[@#!~%&]\w|:\/\/|\/\/|www\.\w|mailto:\w|:\w+:/, text);
    }
  });

  it('shows control and bidirectional characters as escapes', () => {
    assert.equal(shown(markdownText('a\u202eb\u0007')), String.raw`a\u202eb\u0007`);
  });

  it('shows every text as it is, and leaves no markup of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...signs) }), (text) => {
        const markdown = markdownText(text);
        assert.equal(shown(markdown).replaceAll(breach, ''), oneLine(text));
        assert.doesNotMatch(markdown, /[<>\\`*{}[\]|^$!()@~\n]|&(?!#\d+;)|^ | $|\/\//);
      }),
    );
  });
});
