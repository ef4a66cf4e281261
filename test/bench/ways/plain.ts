import axios from 'axios';
import { listRequest, type Held, type Shape } from './way.ts';

type Row = Readonly<Record<string, string | null>>;
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
    regroup: () => groupBy(rows, 'user').size,
  };
}

function treeOf(rows: readonly Row[]): Tree {
  return new Map([...groupBy(rows, 'protocol')].map(([protocol, under]) => [protocol, groupBy(under, 'device')]));
}

/** Without case, as ours. */
function groupBy(rows: readonly Row[], field: string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = (row[field] ?? '').toLowerCase();
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
