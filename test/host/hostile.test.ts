import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Failure } from '../../src/core/failure.ts';
import type { Session } from '../../src/core/sessions/session.ts';
import { appendPlainText } from '../../src/host/appendPlainText.ts';
import { viewOf } from '../../src/host/detail/viewOf.ts';
import { loggedExchange } from '../../src/host/client/requestLog.ts';
import { reportFailure } from '../../src/host/failures/reportFailure.ts';
import type { TreeNode } from '../../src/host/tree/treeNode.ts';
import { SessionsProvider } from '../../src/host/tree/sessionsProvider.ts';
import { readMessageToPage } from '../../src/shared/detail.ts';
import { answering, given, memoryConnections } from '../unit/core/connections/fakes.ts';
import { deceptive, hostileRecords, hostileValues } from './hostileValues.ts';

describe('a hostile server', () => {
  it('gets nothing but text into the tree: no links, no icons, no markup, nothing that deceives', async () => {
    const { items, sessions } = await everything();
    for (const { label, description, tooltip, command, iconPath, accessibilityInformation } of items) {
      assert.ok(typeof label === 'string' && typeof description !== 'boolean');
      for (const line of [label, description ?? '', accessibilityInformation?.label ?? '']) {
        assert.doesNotMatch(line, deceptive);
      }
      assert.ok(tooltip === undefined || (tooltip instanceof vscode.MarkdownString && isPlain(tooltip)), label);
      assert.match(command?.command ?? 'pamSessions.', /^pamSessions\./);
      assert.ok(iconPath instanceof vscode.ThemeIcon && /^[a-z-]+$/.test(iconPath.id));
    }
    assert.equal(sessions.length, Object.keys(hostileValues).length);
  });

  it('makes no list of a tooltip, whose lines break between words and nowhere else', () => {
    const { value } = appendPlainText(new vscode.MarkdownString(), '1. one two  three\n- four five ');
    assert.equal(value, '1.&nbsp;one two&nbsp;&nbsp;three\n\n\\-&nbsp;four five&nbsp;');
  });

  it('gets nothing but text into the detail page, each value in its own field', async () => {
    const { sessions } = await everything();
    for (const session of sessions) {
      const settings = undefined;
      const target = { connection: 'lab', id: session.id };
      const json = JSON.stringify({ ...session, ...session.extra });
      const view = viewOf({ target, settings, session, json, fetchedAt: undefined, busy: false, failure: undefined });
      const message = { type: 'show', view, reference: target, isKept: false };
      assert.deepEqual(readMessageToPage(structuredClone(message)), message);
      for (const line of [view.heading, view.subheading, view.notice, ...view.extraFields.map(({ label }) => label)]) {
        assert.doesNotMatch(line, deceptive);
      }
      assert.doesNotMatch(view.json ?? '', deceptive);
      assert.deepEqual(JSON.parse(view.json ?? ''), JSON.parse(json));
      for (const { value } of [...view.fields, ...view.extraFields]) {
        assert.doesNotMatch(value.replaceAll(/\r?\n|\t/g, ''), deceptive);
      }
    }
  });

  it('gets no link into what is said about its failures', () => {
    for (const serverText of Object.values(hostileValues)) {
      const failure = new Failure('requestRefused', { status: 400, serverText });
      const target = { connection: 'lab', id: '1' };
      const state = { target, settings: undefined, session: undefined, fetchedAt: undefined, busy: false, failure };
      const what = viewOf(state).failure?.what ?? '';
      assert.doesNotMatch(what, deceptive);
      assert.doesNotMatch(what, /\]\(/);
    }
  });

  it('gets none of its words into the log', async () => {
    const { log, lines } = memoryLog();
    const serverText = hostileValues['commandLink'];
    const failure = new Failure('requestRefused', { status: 400, serverText });
    void reportFailure(failure, log, () => undefined);
    const exchange = loggedExchange(() => Promise.reject(failure), log);
    await assert.rejects(
      exchange({ url: 'https://pam.example.com/1', maxBytes: 1, signal: undefined }, () => ({
        onRecord: () => undefined,
      })),
    );
    assert.equal(lines.length, 2);
    assert.doesNotMatch(lines.join('\n'), /coffee/);
  });
});

/** A log that only keeps its lines. */
function memoryLog(): { readonly log: vscode.LogOutputChannel; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const write = (line: string | Error) => void lines.push(String(line));
  const nothing = () => undefined;
  const written = { trace: write, debug: write, info: write, warn: write, error: write };
  const output = { append: write, appendLine: write, replace: write, clear: nothing, show: nothing, hide: nothing };
  const onDidChangeLogLevel = new vscode.EventEmitter<vscode.LogLevel>().event;
  const state = { name: 'Memory', logLevel: vscode.LogLevel.Trace, onDidChangeLogLevel, dispose: nothing };
  return { log: { ...written, ...output, ...state }, lines };
}

/** The whole tree of a hostile server, all of it expanded and hovered over. */
async function everything(): Promise<{ items: readonly vscode.TreeItem[]; sessions: readonly Session[] }> {
  const { connections, changes } = memoryConnections(answering({ code: 200, remote_sessions: hostileRecords() }));
  for (const id of ['one', 'two']) {
    await changes.add(given(id, { verify: false, name: `${hostileValues['icon'] ?? ''} a\u202eb\u0007` }));
  }
  const [connection] = connections.all;
  assert.ok(connection);
  await connection.store.load();
  const provider = new SessionsProvider(connections);
  const nodes = under(provider, undefined);
  const items = nodes.map((node) => provider.resolveTreeItem(provider.getTreeItem(node), node));
  const sessions = nodes.flatMap((node) =>
    node.kind === 'session' && node.connection === connection ? [node.session] : [],
  );
  return { items, sessions };
}

function under(provider: SessionsProvider, parent: TreeNode | undefined): readonly TreeNode[] {
  return provider.getChildren(parent).flatMap((node) => [node, ...under(provider, node)]);
}

/** Whether VS Code makes nothing of it but words: what it would make a link, an image or an element of is escaped. */
function isPlain({ value, isTrusted, supportHtml, supportThemeIcons }: vscode.MarkdownString): boolean {
  const unescaped = value.replaceAll(/\\[\\`*_{}[\]()#+\-.!~<>:@]/g, '');
  const isText = !/[[\]<`@]|:\/\/|www\./.test(unescaped);
  return isText && isTrusted !== true && supportHtml !== true && supportThemeIcons !== true;
}
