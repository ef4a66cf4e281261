import assert from 'node:assert/strict';
import * as v from 'valibot';
import { commandNames } from '../../../src/host/commands/commandNames.ts';
import { callsOf, literalsIn, nodesOf, readJson, shownText, sourcesUnder, wordsOfProperty } from './sources.ts';

const placed = { when: v.optional(v.string()), group: v.optional(v.string()) };
const item = v.union([
  v.strictObject({ ...placed, command: v.string(), alt: v.optional(v.string()) }),
  v.strictObject({ ...placed, submenu: v.string() }),
]);
const binding = v.object({ ...placed, command: v.string() });
const setting = v.object({
  scope: v.optional(v.string()),
  default: v.optional(v.unknown()),
  description: v.optional(v.string()),
  markdownDescription: v.optional(v.string()),
});
const manifest = v.object({
  contributes: v.object({
    views: v.record(v.string(), v.array(v.object({ id: v.string() }))),
    viewsWelcome: v.array(v.object({ view: v.string(), when: v.optional(v.string()) })),
    commands: v.array(v.object({ command: v.string(), enablement: v.optional(v.string()) })),
    menus: v.record(v.string(), v.array(item)),
    submenus: v.array(v.object({ id: v.string(), label: v.string() })),
    keybindings: v.array(binding),
    configuration: v.object({ properties: v.record(v.string(), setting) }),
  }),
});

const packageJson = readJson('package.json');
const { contributes } = v.parse(manifest, packageJson);
const translations = v.parse(v.record(v.string(), v.string()), readJson('package.nls.json'));

const commands = contributes.commands.map(({ command }) => command);
const items = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
const clauses = [...items, ...contributes.viewsWelcome]
  .map(({ when }) => when)
  .concat(contributes.commands.map(({ enablement }) => enablement))
  .filter((clause) => clause !== undefined);

/** It is of the text that it is about, and steers nothing else; whatever names a server or a person is not. */
const setByLanguage = 'pamSessions.sessionIdsInText';

function stringsIn(json: unknown): readonly string[] {
  if (typeof json === 'string') {
    return [json];
  }
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(stringsIn) : [];
}

function commandsOf(all: readonly (v.InferOutput<typeof item> | v.InferOutput<typeof binding>)[]): readonly string[] {
  return all.flatMap((each) => ('command' in each ? [each.command] : []));
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

/** What a pattern's first group matches in the `when` clauses. */
function inClauses(pattern: RegExp): readonly string[] {
  return unique(clauses.flatMap((clause) => [...clause.matchAll(pattern)].map(([, found]) => found ?? '')));
}

function missingFrom(known: readonly string[], used: readonly string[]): readonly string[] {
  return unique(used.filter((each) => !known.includes(each)));
}

const inTreeFiles = (property: string) =>
  ['describe', 'describeSession'].flatMap((name) => wordsOfProperty(`src/host/tree/${name}.ts`, property));

describe('package.json agrees with the code', () => {
  it('contributes the commands that have a handler, and no others', () => {
    const handled = commandNames.map((name) => `pamSessions.${name}`);
    assert.deepEqual(unique(handled), unique(commands));
  });

  it('uses no command that it does not contribute, in menus, key bindings, tree items or links', () => {
    const used = commandsOf(items);
    const linked = Object.values(translations).flatMap((text) => [
      ...text.matchAll(/\(command:(pamSessions\.[^)?]+)/g),
    ]);
    const inTree = inTreeFiles('command').filter((text) => text.startsWith('pamSessions.'));
    assert.deepEqual(missingFrom(commands, [...used, ...inTree, ...linked.map(([, command]) => command ?? '')]), []);
    assert.ok(used.length > 0 && linked.length > 0 && inTree.length > 0);
  });

  it('has a text for every %key%, and no text that nobody uses', () => {
    const keys = stringsIn(packageJson).flatMap((text) => /^%(.+)%$/.exec(text)?.slice(1) ?? []);
    assert.deepEqual(unique(keys), unique(Object.keys(translations)));
    assert.ok(Object.values(translations).every((text) => text.trim() !== ''));
  });

  it('asks only for viewItem tags that the tree gives', () => {
    const asked = inClauses(/viewItem\s*(?:=~\s*\/|==\s*)(?:\\b)?(\w+)/g);
    assert.deepEqual(missingFrom(inTreeFiles('tags'), asked), []);
    assert.equal(clauses.join().match(/viewItem/g)?.length, clauses.join().match(/viewItem =~ \/\\b\w+\\b\//g)?.length);
    assert.ok(asked.includes('session'));
  });

  it('asks only for context keys that the code sets, and the code sets none in vain', () => {
    const views = Object.values(contributes.views).flatMap((each) => each.map(({ id }) => id));
    const calls = callsOf('src/host/contextKeys.ts', 'this.#set');
    const set = calls.flatMap(({ arguments: [key] }) => (key === undefined ? [] : literalsIn(key)));
    const asked = inClauses(/(?<!')\b(pamSessions\.[\w.]+)/g).filter((key) => !views.includes(key));
    const awaited = stringsIn(packageJson).flatMap((text) => /^onContext:(.+)$/.exec(text)?.slice(1) ?? []);
    assert.deepEqual(unique([...asked, ...awaited]), unique(set));
  });

  it('has four places for buttons in the title of the view, where VS Code puts Collapse All beside them', () => {
    const buttons = (contributes.menus['view/title'] ?? []).filter(({ group }) => group?.startsWith('navigation'));
    assert.deepEqual(unique(buttons.map(({ group }) => group ?? '')), [
      'navigation@1',
      'navigation@2',
      'navigation@3',
      'navigation@4',
    ]);
  });

  it('has a menu behind each submenu that it shows, and shows each that it has', () => {
    const submenus = unique(contributes.submenus.map(({ id }) => id));
    assert.deepEqual(unique(items.flatMap((each) => ('submenu' in each ? [each.submenu] : []))), submenus);
    const menus = Object.keys(contributes.menus).filter((name) => name.startsWith('pamSessions.'));
    assert.deepEqual(unique(menus), submenus);
  });

  it('has each submenu once in a menu, as VS Code leaves out the second one', () => {
    const twice = Object.values(contributes.menus).flatMap((menu) => {
      const submenus = menu.flatMap((each) => ('submenu' in each ? [each.submenu] : []));
      return submenus.filter((submenu, at) => submenus.indexOf(submenu) !== at);
    });
    assert.deepEqual(twice, []);
  });

  it('offers for several rows only what is done to all of them', () => {
    const inMenu = (contributes.menus['view/item/context'] ?? []).filter(({ group }) => !group?.startsWith('inline'));
    const forSeveral = inMenu.filter(({ when }) => !when?.includes('!listMultiSelection'));
    const names = unique(commandsOf(forSeveral).map((command) => command.replace('pamSessions.', '')));
    const toAll = [
      'compareSessions',
      'copyCsv',
      'copyId',
      'copyJson',
      'copyLink',
      'copyMarkdownTable',
      'copySessionId',
      'copyTicketNote',
      'export',
      'openSelectedSession',
      'openSessionToSide',
      'refresh',
      'removeConnection',
    ];
    // The settings and the log are one for all.
    assert.deepEqual(names, [...toAll, 'openSettings', 'showLog', 'signOut'].sort());
  });

  it('shows things in views that it contributes', () => {
    const views = Object.values(contributes.views).flatMap((each) => each.map(({ id }) => id));
    const asked = [
      ...inClauses(/\b(?:view|focusedView)\s*==\s*([\w.]+)/g),
      ...contributes.viewsWelcome.map(({ view }) => view),
    ];
    assert.deepEqual(missingFrom(views, asked), []);
    assert.ok(asked.length > 0);
  });

  it('asks only for webview panels that the code makes', () => {
    const made = sourcesUnder('src/host/detail').flatMap((path) => nodesOf(path).flatMap(literalsIn));
    assert.deepEqual(missingFrom(made, inClauses(/\bactiveWebviewPanelId\s*==\s*'([^']+)'/g)), []);
  });

  for (const [name, { scope, description, markdownDescription, ...rest }] of Object.entries(
    contributes.configuration.properties,
  )) {
    const expected = name === setByLanguage ? 'language-overridable' : 'application';
    it(`describes ${name}, gives it a default and has it at ${expected} scope`, () => {
      assert.match(name, /^pamSessions\./);
      assert.match(description ?? markdownDescription ?? '', /^%.+%$/);
      assert.deepEqual([scope, rest.default === undefined], [expected, false]);
    });
  }
});

describe('the words for people', () => {
  it('are literals, so that they can be collected for translation', () => {
    const calls = [...sourcesUnder('src/host'), 'src/extension.ts'].flatMap((path) => callsOf(path, 'l10n.t'));
    const computed = calls.filter((call) => shownText(call) === undefined);
    assert.deepEqual(
      computed.map((call) => `${call.getSourceFile().fileName}: ${call.getText()}`),
      [],
    );
    assert.ok(calls.length > 50);
  });
});
