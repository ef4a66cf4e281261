import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Sink } from '../../core/output/export/writeOut.ts';

/** As much of a file that is open as writing it takes. */
interface Handle {
  write(bytes: Uint8Array): Promise<{ readonly bytesWritten: number }>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a new file for writing, as `fs.promises.open` does. */
export type OpenFile = (path: string, flags: 'wx', mode: number) => Promise<Handle>;

/** Makes the path of a file beside another one that nobody else has. */
export function pathBeside(target: string): string {
  return path.join(path.dirname(target), `.pam-sessions-${randomUUID()}.part`);
}

/** A file beside the one that it is to become, which it takes the place of when it is whole. */
export class TemporaryFile implements Sink {
  readonly #path: string;
  readonly #target: string;
  readonly #handle: Handle;
  #isOpen = true;

  private constructor(temporary: string, target: string, handle: Handle) {
    this.#path = temporary;
    this.#target = target;
    this.#handle = handle;
  }

  /** Makes it, with the permissions that the file is to have. */
  static async beside(target: string, mode: number, openFile: OpenFile = open): Promise<TemporaryFile> {
    const temporary = pathBeside(target);
    return new TemporaryFile(temporary, target, await openFile(temporary, 'wx', mode));
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      at += (await this.#handle.write(at === 0 ? bytes : bytes.subarray(at))).bytesWritten;
    }
  }

  /** Sees that all of it is on the disk, and ends the writing. */
  async finish(): Promise<void> {
    await this.#handle.sync();
    await this.#close();
  }

  /** Takes the place of the file that was there. */
  async takePlace(): Promise<void> {
    await rename(this.#path, this.#target);
  }

  /** Removes it, unless it has taken its place. It never rejects. */
  async discard(): Promise<void> {
    await this.#close().catch(() => undefined);
    await rm(this.#path, { force: true }).catch(() => undefined);
  }

  async #close(): Promise<void> {
    if (this.#isOpen) {
      this.#isOpen = false;
      await this.#handle.close();
    }
  }
}
