import { Client } from '../../../src/core/pam/client.ts';
import { createExchange } from '../../../src/core/pam/exchange.ts';
import { oauth1SignIn } from '../../../src/core/pam/auth/signIn.ts';
import { createTransport } from '../../../src/core/pam/http/transport.ts';
import { atOnce } from '../../../src/core/async/work.ts';
import { columnsOf } from '../../../src/core/output/export/columnsOf.ts';
import { writeOut, type Sink } from '../../../src/core/output/export/writeOut.ts';
import { writtenRows, type WrittenRows } from '../../../src/core/output/export/writtenRows.ts';
import { SessionStore } from '../../../src/core/connections/sessionStore.ts';
import type { FilteredList } from '../../../src/core/sessions/index/filteredList.ts';
import { ListView } from '../../../src/core/sessions/index/listView.ts';
import type { Group, Rows, SessionIndex } from '../../../src/core/sessions/index/sessionIndex.ts';
import { parseQuery } from '../../../src/core/sessions/query/parseQuery.ts';
import { findingRows, relatedRows, summarizingRows } from '../../../src/core/sessions/listQuestions.ts';
import { ServerClock } from '../../../src/core/sessions/query/serverClock.ts';
import { FilePlace } from '../../../src/host/export/filePlace.ts';
import { credentials } from '../../pam-server/authentication.ts';
import { groupings } from '../groupings.ts';
import type { Held, Shape } from './way.ts';

/** What ships, as the host puts it together; what the tree shows while the list grows is made too. */
export async function ours(baseUrl: string, onRows: () => void): Promise<Held> {
  const transport = createTransport({ timeouts: () => ({ connect: 30_000, firstByte: 600_000, idle: 60_000 }) });
  const signIn = oauth1SignIn({ kind: 'oauth1', ...credentials.oauth1 });
  const client = new Client({ baseUrl, flavour: 'v4' }, createExchange({ signIn, transport }));
  const clock = () => new ServerClock({ now: Date.now(), timeZone: undefined, machineTimeZone: 'UTC' });
  const view = new ListView(clock);
  const store = new SessionStore((options) => client.list(options), view);
  let seen: FilteredList | undefined;
  store.onDidChange(() => {
    const { shown } = view;
    if (shown !== undefined && shown !== seen) {
      seen = shown;
      treeOf(shown);
      onRows();
    }
  });
  const { index } = await store.load();
  const all = atOnce(index.newestFirst());
  return {
    shape: shapeOf(view.shown === undefined ? [] : treeOf(view.shown)),
    filter: (text) => shapeOf(devicesOf(index, protocolsOf(index, index.filter(text)))),
    find: ({ query }) => atOnce(findingRows(index, query, clock())).length,
    summarize: () => atOnce(summarizingRows(index, 'user', '', clock())).groups.length,
    related: (id) => atOnce(relatedRows(index, id, 'user', clock())).length,
    exportTo: async (file, look) => {
      const write = (sink: Sink) => writeOut(exported(index), sink, { onProgress: look });
      await new FilePlace(file).run({ write, manifestOf: undefined, overwrite: false });
    },
    regroup: ({ field }) => index.group(all, field).length,
    handle: () => handle(view, clock()),
  };
}

async function handle(view: ListView, clock: ServerClock): Promise<void> {
  const typed = 'operator07 4321';
  for (let end = 1; end <= typed.length; end++) {
    await view.setFilter(parseQuery(typed.slice(0, end), { unknownNames: [], clock }));
  }
  await view.setFilter(undefined);
  for (const { field } of groupings) {
    await view.setGrouping([field]);
  }
}

/** The text of an export of all rows. */
function exported(index: SessionIndex): WrittenRows {
  const { unknownNames } = atOnce(index.queryRows());
  return writtenRows(index, index.filter(''), { format: 'json', columns: columnsOf('json', unknownNames) });
}

/** What the tree asks for, opened as far as its devices. */
function treeOf(list: FilteredList): readonly (readonly Group[])[] {
  return list.groups([], 'protocol').map(({ value }) => list.groups([{ field: 'protocol', value }], 'device'));
}

function protocolsOf(index: SessionIndex, rows: Rows): readonly Group[] {
  return index.group(rows, 'protocol');
}

function devicesOf(index: SessionIndex, protocols: readonly Group[]): readonly (readonly Group[])[] {
  return protocols.map(({ rows }) => index.group(rows, 'device'));
}

function shapeOf(tree: readonly (readonly Group[])[]): Shape {
  const devices = tree.flat();
  const rows = devices.reduce((sum, group) => sum + group.rows.length, 0);
  return { rows, protocols: tree.length, devices: devices.length };
}
