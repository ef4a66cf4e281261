import * as v from 'valibot';
import { formats } from './format.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a manifest says, in the order in which it says it. */
const manifest = v.object({
  /** The name of the file, without its folder. */
  file: v.string(),
  format: v.picklist(formats),
  sha256: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/i)),
  bytes: count,
  rows: count,
  columns: v.array(v.string()),
  /** As it was typed; `''` for every session. */
  query: v.string(),
  /** The same with dates in place of `-2h` or `today`; null where no query finds just these rows. */
  queryAbsolute: v.nullable(v.string()),
  evaluatedAt: v.string(),
  /** The address of the server. */
  server: v.string(),
  flavour: v.string(),
  fetchedAt: v.string(),
  /** Whether the list was the server's whole list. */
  complete: v.boolean(),
  /** Records of the list that were left out, that replaced an earlier one, and that were not all UTF-8. */
  skipped: count,
  duplicates: count,
  replaced: count,
  /** Cells that got an apostrophe. */
  defused: count,
  /** The time zone of the connection; null where it names none. */
  timeZone: v.nullable(v.string()),
  /** Of this extension. */
  version: v.string(),
});

/** What an auditor needs to know of an exported file. Times are ISO 8601. */
export type Manifest = Readonly<v.InferOutput<typeof manifest>>;

/** Where the manifest of a file stands, given the path of the file. */
export function manifestPath(path: string): string {
  return `${path}.manifest.json`;
}

/** The text of a manifest, its keys in the order above. */
export function manifestText(facts: Manifest): string {
  return `${JSON.stringify(v.parse(manifest, facts), null, 2)}\n`;
}

/** Reads the text of a manifest; undefined where it is none. */
export function readManifest(text: string): Manifest | undefined {
  try {
    const result = v.safeParse(manifest, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
