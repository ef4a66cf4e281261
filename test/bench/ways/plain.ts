import { writeFile } from 'node:fs/promises';
import axios from 'axios';
import type { Row } from './row.ts';
import { listRequest, type Held, type Shape } from './way.ts';

type Tree = ReadonlyMap<string, ReadonlyMap<string, readonly Row[]>>;

/** What anybody writes first: axios parses the answer, the rows are objects, the groups are maps. */
export async function plain(baseUrl: string, onRows: () => void): Promise<Held> {
  const { url, headers } = listRequest(baseUrl);
  const answer = await axios.get<{ readonly remote_sessions: readonly Row[] }>(url, { headers, proxy: false });
  const { remote_sessions: rows } = answer.data;
  const tree = treeOf(rows);
  onRows();
  return {
    shape: shapeOf(tree),
    filter: (text) => {
      const wanted = text.toLowerCase();
      const holds = (value: unknown) => String(value).toLowerCase().includes(wanted);
      return shapeOf(treeOf(rows.filter((row) => Object.values(row).some(holds))));
    },
    find: ({ holds }) => rows.filter(holds).sort(newestFirst).length,
    summarize: () => summaryOf(rows).length,
    related: (id) => {
      const user = rows.find((row) => String(row['id']) === id)?.['user']?.toLowerCase() ?? '';
      const isRelated = (row: Row) => row['user']?.toLowerCase() === user && String(row['id']) !== id;
      return user === '' ? 0 : rows.filter(isRelated).sort(newestFirst).length;
    },
    exportTo: async (file, look) => {
      const text = JSON.stringify(rows);
      const bytes = Buffer.from(text);
      look();
      await writeFile(file, bytes);
    },
    regroup: ({ keyOf }) => groupBy(rows, keyOf).size,
  };
}

function newestFirst(a: Row, b: Row): number {
  const [first, second] = [a['start'] ?? '', b['start'] ?? ''];
  return first === second ? Number(a['id']) - Number(b['id']) : first < second ? 1 : -1;
}

/** What the summary of a group is. */
interface Summary {
  readonly value: string;
  count: number;
  live: number;
  seconds: number;
  first: string;
  last: string;
}

function summaryOf(rows: readonly Row[]): readonly Summary[] {
  const groups = new Map<string, Summary>();
  for (const row of rows) {
    const value = row['user'] ?? '';
    const start = row['start'] ?? '';
    const group = groups.get(value.toLowerCase()) ?? {
      value,
      count: 0,
      live: 0,
      seconds: 0,
      first: start,
      last: start,
    };
    groups.set(value.toLowerCase(), group);
    group.count++;
    group.live += row['end'] == null ? 1 : 0;
    const [hours = 0, minutes = 0, seconds = 0] = (row['time'] ?? '').split(':').map(Number);
    group.seconds += hours * 3600 + minutes * 60 + seconds;
    group.first = start < group.first ? start : group.first;
    group.last = start > group.last ? start : group.last;
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

function treeOf(rows: readonly Row[]): Tree {
  const lower = (field: string) => (row: Row) => (row[field] ?? '').toLowerCase();
  const byProtocol = groupBy(rows, lower('protocol'));
  return new Map([...byProtocol].map(([protocol, under]) => [protocol, groupBy(under, lower('device'))]));
}

function groupBy(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [row]);
    } else {
      group.push(row);
    }
  }
  return groups;
}

function shapeOf(tree: Tree): Shape {
  const devices = [...tree.values()].flatMap((under) => [...under.values()]);
  const rows = devices.reduce((sum, group) => sum + group.length, 0);
  return { rows, protocols: tree.size, devices: devices.length };
}
