import { isUtf8 } from 'node:buffer';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parse, type ParseError } from 'jsonc-parser';
import { DocumentScanner, type ReadPlain } from './documentScanner.ts';
import { sliceMilliseconds } from '../sessions/slices.ts';
import { PamFailure } from './failure.ts';

/** What one answer of the server held besides its records. */
export interface Document {
  /** False when the bytes ended before the document did. */
  readonly complete: boolean;
  /** The document without its records; undefined when it is no JSON. */
  readonly json: unknown;
  /** False when that part is damaged. */
  readonly sound: boolean;
  /** The beginning of an answer that is no JSON. */
  readonly text: string;
  readonly bytes: number;
  /** Records handed on. */
  readonly records: number;
  /** Envelopes without a list of their own, which stand where records do; the first ones. */
  readonly envelopes: readonly unknown[];
  /** Records that could not be parsed. */
  readonly unreadable: number;
  /** Records with bytes that are no UTF-8; a replacement character stands for them. */
  readonly replaced: number;
}

export interface DocumentReader {
  /** Takes plain records straight from the bytes; what it leaves comes to `onRecord`. */
  readPlain?: ReadPlain;
  onRecord(record: Readonly<Record<string, unknown>>): void;
  /** Called after each piece with the bytes read so far. */
  onProgress?(bytes: number): void;
}

const textBytes = 1 << 16;
const mostEnvelopes = 100;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Reads an answer to its end as it arrives, giving way to other work between slices. Rejects as `body` does. */
export async function readDocument(body: AsyncIterable<Buffer>, reader: DocumentReader): Promise<Document> {
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
    throw error instanceof PamFailure ? withReceived(error, split) : error;
  }
  return split.end();
}

function withReceived(failure: PamFailure, { records, bytes }: Splitter): PamFailure {
  return new PamFailure(failure.code, { ...failure.facts, received: { sessions: records, bytes } });
}

/** Tells JSON from anything else by its first byte, and counts. */
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
      const end = reader.readPlain?.(bytes, at) ?? -1;
      this.records += end < 0 ? 0 : 1;
      return end;
    };
    const onRecord = (json: Buffer) => {
      // One that a chunk's end had cut is plain after all.
      if (readPlain(json, 0) === json.length) {
        return;
      }
      this.#replaced += isUtf8(json) ? 0 : 1;
      const record = parseRecord(json);
      if (record === undefined) {
        this.#unreadable++;
      } else if (isEnvelope(record)) {
        if (this.#envelopes.length < mostEnvelopes) {
          this.#envelopes.push(record);
        }
      } else {
        for (const each of recordsOf(record)) {
          this.records++;
          reader.onRecord(each);
        }
      }
    };
    this.#scanner = new DocumentScanner(onRecord, readPlain);
  }

  push(chunk: Buffer): void {
    this.bytes += chunk.length;
    if (this.#kind === 'json') {
      this.#scanner.push(chunk);
    } else if (this.#head.length < textBytes) {
      this.#head = Buffer.concat([this.#head, chunk]);
      this.#kind = kindOf(this.#head);
      if (this.#kind === 'json') {
        this.#scanner.push(withoutMark(this.#head));
      } else if (this.#kind === 'unknown' && this.#head.length >= byteOrderMark.length) {
        // Blanks in front, as some gateways send them to keep a connection open.
        this.#head = Buffer.alloc(0);
      }
    }
  }

  end(): Document {
    const isJson = this.#kind === 'json';
    const { value, sound } = parseTolerantly(this.#scanner.skeleton.toString());
    return {
      complete: isJson ? this.#scanner.complete : this.#kind === 'text',
      json: isJson ? value : undefined,
      sound: isJson && sound,
      text: isJson ? '' : this.#head.subarray(0, textBytes).toString().trim(),
      bytes: this.bytes,
      records: this.records,
      envelopes: this.#envelopes,
      unreadable: this.#unreadable,
      replaced: this.#replaced,
    };
  }
}

function kindOf(head: Buffer): 'unknown' | 'json' | 'text' {
  const first = withoutMark(head).find((byte) => byte > 0x20);
  return first === undefined ? 'unknown' : first === 0x7b || first === 0x5b ? 'json' : 'text';
}

function withoutMark(head: Buffer): Buffer {
  return head.subarray(0, 3).equals(byteOrderMark) ? head.subarray(3) : head;
}

function parseRecord(json: Buffer): Readonly<Record<string, unknown>> | undefined {
  const text = json.toString();
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    const { value, sound } = parseTolerantly(text);
    return sound ? (value as Readonly<Record<string, unknown>>) : undefined;
  }
}

/** PHP writes a list with gaps as an object: `{"0":{…},"2":{…}}`. */
function recordsOf(record: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] {
  const isList = Object.keys(record).length > 0 && Object.keys(record).every((key) => /^\d+$/.test(key));
  return isList ? Object.values(record).filter((value) => isObject(value)) : [record];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** A session has an id; the envelope of a refusal says how it went instead. */
function isEnvelope(record: Readonly<Record<string, unknown>>): boolean {
  return !('id' in record) && ('response' in record || 'exception' in record);
}

/** The documentation's own examples have trailing commas. */
function parseTolerantly(text: string): { readonly value: unknown; readonly sound: boolean } {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true, disallowComments: true });
  return { value, sound: errors.length === 0 };
}
