import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DetailActions } from '../../src/host/detail/detailActions.ts';
import { Panel } from '../../src/host/detail/panel.ts';
import { printQuery } from '../../src/core/sessions/query/printQuery.ts';
import { showPage } from '../../src/host/webview/showPage.ts';
import { answering, given, memoryConnections } from '../unit/core/connections/fakes.ts';

const record = { id: '540', session_id: 'abc', user: 'operator01', protocol: 'ssh', device: '10.0.0.7:22' };
const root = vscode.Uri.file('/extension');

describe('the detail page, for the host', () => {
  it('may run its own script and nothing else, whatever it shows', () => {
    const { html } = shownPage();
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const directives = new Map(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]));
    assert.deepEqual([...directives.keys()].toSorted(), ['default-src', 'font-src', 'script-src', 'style-src']);
    assert.deepEqual(directives.get('default-src'), ["'none'"]);
    const [nonce = '', ...others] = directives.get('script-src') ?? [];
    assert.match(nonce, /^'nonce-[A-Za-z0-9+/]{22}=='$/);
    assert.deepEqual(others, []);
    assert.doesNotMatch(policy, /unsafe|\*|data:|blob:/);
    const scripts = [...html.matchAll(/<script nonce="([^"]*)"/g)].map(([, each]) => `'nonce-${each ?? ''}'`);
    assert.deepEqual([scripts, html.match(/<script/g)?.length], [[nonce], 1]);
  });

  it('gets another nonce each time', () => {
    const pages = Array.from({ length: 50 }, () => shownPage().html);
    assert.equal(new Set(pages).size, 50);
  });

  it('may load from the folder of its own files alone', () => {
    const roots = shownPage().options.localResourceRoots ?? [];
    assert.deepEqual(roots.map(String), [vscode.Uri.joinPath(root, 'dist/pages').toString()]);
  });

  const strange: Readonly<Record<string, unknown>> = {
    nothing: undefined,
    'a word': 'ready',
    'a list': [{ type: 'ready' }],
    'an unknown type': { type: 'run', command: 'workbench.action.quit' },
    'the type of an object': { type: 'constructor' },
    'a button that is none': { type: 'button', action: 'signOut' },
    'a button that is a command': { type: 'button', action: 'workbench.action.quit' },
    'a copy of nothing': { type: 'copy' },
    'a copy of a list': { type: 'copy', key: ['user'] },
    'a copy of what is no field': { type: 'copy', key: 'constructor' },
    'a copy of a field beyond': { type: 'copy', key: 'extra.__proto__' },
    'a copy from the session before': { type: 'copy', key: 'user', reference: { connection: 'lab', id: '541' } },
    'a reveal of the session before': { type: 'reveal', reference: { connection: 'other', id: '540' } },
    'an opening of what is no ID': { type: 'open', id: '540/../1' },
    'an opening from the session before': { type: 'open', id: '1', reference: { connection: 'lab', id: '541' } },
    'a step aside': { type: 'step', way: 'protocol', direction: 'next' },
    'a relation that there is not': { type: 'showRelated', to: 'constructor' },
    'a message of the host': { type: 'show', view: {}, reference: { connection: 'lab', id: '1' } },
  };
  for (const [name, message] of Object.entries(strange)) {
    it(`brings about nothing with ${name}`, async () => {
      const { calls, posted, send, asked } = await openPanel();
      const before = [posted.length, asked()];
      send(message);
      assert.deepEqual(calls, []);
      assert.deepEqual([posted.length, asked()], before);
    });
  }

  it('is heard when it keeps to the contract', async () => {
    const { calls, send } = await openPanel();
    send({ type: 'copy', key: 'user' });
    send({ type: 'reveal', reference: { connection: 'lab', id: '540' } });
    send({ type: 'button', action: 'showLog' });
    send({ type: 'open', id: '7', reference: { connection: 'lab', id: '540' } });
    send({ type: 'showRelated', to: 'device' });
    const heard = ['copy operator01 User', 'reveal 540', 'act showLog', 'open lab 7', 'show lab device:="10.0.0.7:22"'];
    assert.deepEqual(calls, heard);
  });
});

function shownPage(): vscode.Webview {
  const { webview } = fakePanel().panel;
  showPage(webview, root, { name: 'detail', styles: [] });
  return webview;
}

/** A panel that shows session 540, and what came of it. */
async function openPanel() {
  const { panel, posted, send } = fakePanel();
  let questions = 0;
  const { connections, changes } = memoryConnections((question, reader) => {
    questions += 1;
    return answering({ code: 200, remote_sessions: [record] })(question, reader);
  });
  await changes.add(given('lab', { verify: false }));
  const calls: string[] = [];
  const actions: DetailActions = {
    copy: (text, label) => calls.push(`copy ${text} ${label}`),
    act: (action) => calls.push(`act ${action}`),
    reveal: ({ id }) => calls.push(`reveal ${id}`),
    open: ({ connection, id }) => calls.push(`open ${connection} ${id}`),
    showOnly: ({ settings }, query) => calls.push(`show ${settings.id} ${printQuery(query)}`),
    log: (complaint) => calls.push(`log ${complaint}`),
  };
  const detail = new Panel(panel, connections, actions, false);
  await detail.open({ connection: 'lab', id: '540' }, undefined);
  send({ type: 'ready' });
  assert.equal(detail.shown?.session?.user, 'operator01');
  return { calls, posted, send, asked: () => questions };
}

/** A webview panel without a window: what is posted to it is kept, and `send` posts what a page would. */
function fakePanel() {
  const messages = new vscode.EventEmitter<unknown>();
  const posted: unknown[] = [];
  const none = new vscode.EventEmitter<never>();
  const webview: vscode.Webview = {
    options: {},
    html: '',
    cspSource: 'https://webview.example',
    asWebviewUri: (uri) => uri,
    onDidReceiveMessage: messages.event,
    postMessage: (message) => Promise.resolve(posted.push(message) > 0),
  };
  const panel: vscode.WebviewPanel = {
    viewType: 'pamSessions.detail',
    title: '',
    webview,
    options: {},
    viewColumn: undefined,
    active: true,
    visible: true,
    onDidChangeViewState: none.event,
    onDidDispose: none.event,
    reveal: () => undefined,
    dispose: () => undefined,
  };
  return { panel, posted, send: (message: unknown) => messages.fire(message) };
}
