import { isUtf8 } from 'node:buffer';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sliceMilliseconds } from '../../async/work.ts';
import { isBlank, skipBlanks } from '../records/skipBlanks.ts';
import { DocumentScanner, sessionsKey, type ReadPlain } from './documentScanner.ts';
import { Failure, quoted } from '../../failure.ts';
import type { Mask } from './mask.ts';
import type { PlainRun } from '../records/recordReader.ts';
import { plainWordsOfHtml } from './plainWordsOfHtml.ts';
import { strayWords } from './strayWords.ts';
import { parseTolerantly } from './parseTolerantly.ts';

/** What one answer of the server held besides its records. */
export interface Document {
  /** False if the bytes ended before the document did. */
  readonly complete: boolean;
  /** The document without its records; undefined if it is not JSON. */
  readonly json: unknown;
  /** False if that part is damaged, or if something follows it that is not words. */
  readonly sound: boolean;
  /** Text that is not JSON, behind the document or where it should go on; empty if the document only breaks off. */
  readonly words: string;
  /** Whether the document has a sessions key with a list or with nothing under it. */
  readonly namesSessions: boolean;
  /** The values under sessions keys that are neither lists, objects nor null. */
  readonly misplaced: readonly unknown[];
  /** The beginning of an answer that is not JSON. */
  readonly text: string;
  readonly bytes: number;
  /** The number of records that were handed on. */
  readonly records: number;
  /** The first few objects that stand in the place of records but are envelopes without a list of their own. */
  readonly envelopes: readonly unknown[];
  /** The number of records that could not be parsed, and of other values in the place of records. */
  readonly unreadable: number;
  /** The number of records with bytes that are not UTF-8, which are shown as replacement characters. */
  readonly replaced: number;
}

export interface DocumentReader {
  /**
   * Takes plain records straight from the bytes, beginning at a position. Those that it leaves are given to `onRecord`.
   */
  readonly plain?: { read(bytes: Buffer, at: number): PlainRun };
  /** `json` is the record as it was sent. Its bytes are valid during the call only. */
  onRecord(record: Readonly<Record<string, unknown>>, json: Buffer): void;
  /** Called after each piece with the number of bytes that were read so far. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

const textBytes = 1 << 16;
const mostEnvelopes = 100;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Reads an answer to its end while it arrives, and lets other work run between slices. Rejects as `body` does, with a
 * failure that says what had arrived; what it quotes goes through `mask`.
 */
export async function readDocument(
  body: AsyncIterable<Buffer>,
  reader: DocumentReader,
  mask?: Mask,
): Promise<Document> {
  const split = new Splitter(reader);
  let sliceEnd = performance.now() + sliceMilliseconds;
  try {
    for await (const chunk of body) {
      split.push(chunk);
      reader.onProgress?.(split.bytes);
      if (performance.now() > sliceEnd) {
        await nextTurn();
        sliceEnd = performance.now() + sliceMilliseconds;
      }
    }
  } catch (error) {
    throw error instanceof Failure ? withReceived(error, split, mask) : error;
  }
  return split.end();
}

function withReceived(failure: Failure, split: Splitter, mask: Mask | undefined): Failure {
  const received = { sessions: split.records, bytes: split.bytes };
  // A server that fails midway often says why before it breaks off.
  const words = failure.code === 'truncated' && mask !== undefined ? plainWordsOfHtml(split.end().words) : '';
  const said = words === '' ? {} : { serverText: quoted(mask?.(words) ?? '') };
  return new Failure(failure.code, { ...failure.facts, ...said, received });
}

/** Splits an answer if its first byte is one of JSON, keeps the beginning of any other, and counts. */
class Splitter {
  records = 0;
  bytes = 0;
  #unreadable = 0;
  #replaced = 0;
  readonly #envelopes: unknown[] = [];
  #kind: 'unknown' | 'json' | 'text' = 'unknown';
  #head = Buffer.alloc(0);
  readonly #scanner: DocumentScanner;

  constructor(reader: DocumentReader) {
    const readPlain: ReadPlain = (bytes, at) => {
      const run = reader.plain?.read(bytes, at);
      this.records += run?.records ?? 0;
      return run?.end ?? at;
    };
    const onRecord = (json: Buffer) => {
      // A record that was cut by the end of a chunk may still be plain.
      if (readPlain(json, 0) === json.length) {
        return;
      }
      this.#replaced += isUtf8(json) ? 0 : 1;
      const record = parseRecord(json);
      if (record === undefined) {
        this.#unreadable++;
      } else if (!isEnvelope(record)) {
        this.records++;
        reader.onRecord(record, json);
      } else if (this.#envelopes.length < mostEnvelopes) {
        this.#envelopes.push(record);
      }
    };
    this.#scanner = new DocumentScanner(onRecord, readPlain);
  }

  push(chunk: Buffer): void {
    this.bytes += chunk.length;
    if (this.#kind === 'json') {
      this.#scanner.push(chunk);
    } else if (this.#head.length < textBytes) {
      const head = Buffer.concat([this.#head, chunk]);
      this.#head = this.#kind === 'unknown' ? head.subarray(startOf(head)) : head;
      this.#kind = kindOf(this.#head);
      if (this.#kind === 'json') {
        this.#scanner.push(this.#head);
      }
    }
  }

  end(): Document {
    const isJson = this.#kind === 'json';
    const skeleton = this.#scanner.skeleton.toString();
    const { value, brokenAt } = parseTolerantly(skeleton);
    const rest = withoutMarks(this.#scanner.remainder.rest);
    const words = isJson ? strayWords(rest === '' ? skeleton.slice(brokenAt ?? skeleton.length) : rest) : '';
    const under = isJson ? underSessionsKeys([value, this.#envelopes]) : [];
    const misplaced = under.filter((each) => typeof each !== 'object');
    return {
      complete: isJson ? this.#scanner.complete : this.#kind === 'text',
      json: isJson ? value : undefined,
      sound: isJson && brokenAt === undefined && (rest === '' || words !== ''),
      words,
      namesSessions: under.length > misplaced.length,
      misplaced,
      text: isJson ? '' : this.#head.subarray(0, textBytes).toString().trim(),
      bytes: this.bytes,
      records: this.records,
      envelopes: this.#envelopes,
      unreadable: this.#unreadable + this.#scanner.remainder.strays + misplaced.length,
      replaced: this.#replaced,
    };
  }
}

/**
 * The position at which an answer begins, behind byte order marks and the blanks by which a server keeps a connection
 * open.
 */
function startOf(head: Buffer): number {
  let at = skipBlanks(head, 0);
  while (head.subarray(at, at + byteOrderMark.length).equals(byteOrderMark)) {
    at = skipBlanks(head, at + byteOrderMark.length);
  }
  return at;
}

function kindOf(head: Buffer): 'unknown' | 'json' | 'text' {
  if (byteOrderMark.subarray(0, head.length).equals(head)) {
    return 'unknown';
  }
  return head[0] === 0x7b || head[0] === 0x5b ? 'json' : 'text';
}

function withoutMarks(rest: Buffer): string {
  return isBlank(rest) ? '' : rest.toString().trim();
}

/** The values under the sessions keys, whichever envelopes they are in. */
function underSessionsKeys(json: unknown): readonly unknown[] {
  const found: unknown[] = [];
  const look = (value: unknown) => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
        if (sessionsKey.test(key)) {
          found.push(inner);
        }
        look(inner);
      }
    }
  };
  look(json);
  return found;
}

function parseRecord(json: Buffer): Readonly<Record<string, unknown>> | undefined {
  const text = json.toString();
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    const { value, brokenAt } = parseTolerantly(text);
    return brokenAt === undefined ? (value as Readonly<Record<string, unknown>>) : undefined;
  }
}

/**
 * Whether an object in the place of a record is an envelope. A session has an id; an envelope says whether something
 * failed, or has something under a sessions key that is not a list.
 */
function isEnvelope(record: Readonly<Record<string, unknown>>): boolean {
  const marks = ['response', 'exception', 'remote_sessions', 'remote_session'];
  return !('id' in record) && marks.some((mark) => Object.hasOwn(record, mark));
}
