/** What a server could send to be more than text, by what it tries. */
export const hostileValues: Readonly<Record<string, string>> = {
  commandLink: '[Free coffee](command:workbench.action.closeAllEditors)',
  webLink: '[Free coffee](https://attacker.example/?from=link)',
  referenceLink: '[Free coffee][there]\n\n[there]: command:workbench.action.closeAllEditors',
  angleLink: '<https://attacker.example/?from=angle> <command:workbench.action.closeAllEditors>',
  bareAddress: 'https://attacker.example/?from=bare www.attacker.example me@attacker.example',
  scriptAddress: 'javascript:alert(document.domain)',
  image: '![dot](https://attacker.example/dot.png)',
  icon: '$(flame) $(sync~spin)',
  html: '<img src=x onerror="alert(1)"><a href="command:x"><b style="position:fixed">bold</b></a>',
  script: '</script><script>globalThis.taken = true</script><!--',
  entities: '&lt;b&gt; &#91;x](command:x) &nbsp;&amp;',
  attribute: '" onmouseover="alert(1)" x="\' onfocus=\'alert(1)',
  markdown: '# Heading\n> quote\n\n| a | b |\n| - | - |\n| `c` | **d** |\n\n```js\n~~~',
  rightToLeft: 'operator\u202etxt.exe',
  isolates: '10.0.0.9\u2066:22\u2069\u200e\u200f',
  controls: '\u0000\u0007\b\u001b[31mred\u001b[0m\u009b\u007f',
  invisible: 'ro\u200bot\ufeff\u2060\u00ad\u{e0041}',
  lines: 'one\r\ntwo\u2028three\u2029four\tfive\u0085six',
  halfCharacter: 'x\ud83d',
  placeholders: '{0} {1} %s %c ${env:HOME} ${command:x} %commands.refresh%',
  formula: '=HYPERLINK("https://attacker.example";"Open")',
  objectName: '__proto__',
  anotherName: 'constructor',
  marks: `a${'\u0301'.repeat(2000)}`,
  long: 'W'.repeat(50_000),
};

/** What must not be left in any text that stands on one line: it moves, hides or breaks the text around it. */
export const deceptive =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

/** A record of the server for each of them, with it in every field that takes text, under its own number. */
export function hostileRecords() {
  return Object.values(hostileValues).map((value, position) => ({
    id: String(position + 1),
    session_id: value,
    user: value,
    origin_ip: value,
    credential: value,
    device: value,
    protocol: value,
    proxy: value,
    start: value,
    end: position % 2 === 0 ? value : null,
    time: value,
    prevent_purge: value,
    request: value,
    ITSM: value,
    ...Object.fromEntries<unknown>([
      [value, value],
      ['nested', { [value]: [value] }],
    ]),
  }));
}
