import { readDocument, type Document } from '../../../../../src/core/pam/answer/document.ts';

type SessionRecord = Readonly<Record<string, unknown>>;

/** What reading these pieces gave, records included. */
export async function readPieces(
  pieces: Iterable<string | Buffer>,
): Promise<Document & { readonly found: readonly SessionRecord[] }> {
  const found: SessionRecord[] = [];
  const document = await readDocument(bodyOf(pieces), { onRecord: (record) => found.push(record) });
  return { ...document, found };
}

/** A body that arrives in these pieces. */
export async function* bodyOf(pieces: Iterable<string | Buffer>): AsyncGenerator<Buffer> {
  for (const piece of pieces) {
    yield await Promise.resolve(Buffer.from(piece));
  }
}

/** The records of a parsed document: what stands under a sessions key, through every envelope. */
export function recordsOf(json: unknown): readonly unknown[] {
  return listsOf(json).flatMap((list) =>
    membersOf(list).flatMap((item) => (listsOf(item).length > 0 ? recordsOf(item) : [item])),
  );
}

/** The parsed document with its records taken out: the envelopes alone stay in the lists. */
export function withoutRecords(json: unknown): unknown {
  if (listsOf(json).length === 0) {
    return json;
  }
  const entries = Object.entries(json as SessionRecord).map(([key, value]) => {
    const items = isContainer(value) ? membersOf(value) : [];
    const envelopes = items.filter((item) => listsOf(item).length > 0).map(withoutRecords);
    return [key, isSessionsKey(key) && isContainer(value) ? envelopes : value] as const;
  });
  return Object.fromEntries(entries);
}

/** An array, an object in its place, or one record alone. */
function membersOf(list: object): readonly unknown[] {
  const isMap = Object.keys(list).every((key) => /^(\d+|[0-9a-f]{40})$/.test(key));
  return Array.isArray(list) || isMap ? Object.values(list) : [list];
}

function listsOf(json: unknown): readonly object[] {
  return isContainer(json) && !Array.isArray(json)
    ? Object.entries(json).flatMap(([key, value]: [string, unknown]) =>
        isSessionsKey(key) && isContainer(value) ? [value] : [],
      )
    : [];
}

function isSessionsKey(key: string): boolean {
  return key === 'remote_sessions' || key === 'remote_session';
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
