import type { FileSystem, Uri } from 'vscode';
import { Failure } from '../../core/failure.ts';
import { manifestPath } from '../../core/output/export/manifest.ts';
import type { Sink, Written } from '../../core/output/export/writeOut.ts';
import { asNotWritten } from './asNotWritten.ts';
import type { Job, Place } from './place.ts';

/** Whole files alone can be written there, so they are held in memory until then. */
const mostBytes = 64 * 1024 * 1024;

type Files = Pick<FileSystem, 'stat' | 'writeFile' | 'delete'>;

/** A place that only VS Code reaches, such as a virtual folder. */
export class RemotePlace implements Place {
  readonly #files: Files;
  readonly #uri: Uri;

  constructor(files: Files, uri: Uri) {
    this.#files = files;
    this.#uri = uri;
  }

  async check({ overwrite }: Pick<Job, 'overwrite'>): Promise<void> {
    try {
      if (!overwrite && (await this.#exists(this.#uri))) {
        throw new Failure('notWritten', { reason: 'exists', path: this.#uri.path });
      }
    } catch (error) {
      throw asNotWritten(error, this.#uri.path);
    }
  }

  async run({ write, manifestOf, overwrite }: Job): Promise<Written> {
    try {
      await this.check({ overwrite });
      const chunks: Uint8Array[] = [];
      const written = await write(this.#bounded(chunks));
      const manifest = this.#uri.with({ path: manifestPath(this.#uri.path) });
      if (await this.#exists(manifest)) {
        await this.#files.delete(manifest);
      }
      await this.#files.writeFile(this.#uri, Buffer.concat(chunks));
      if (manifestOf !== undefined) {
        await this.#files.writeFile(manifest, Buffer.from(manifestOf(written)));
      }
      return written;
    } catch (error) {
      throw asNotWritten(error, this.#uri.path);
    }
  }

  #bounded(chunks: Uint8Array[]): Sink {
    let bytes = 0;
    return {
      write: (chunk) => {
        bytes += chunk.length;
        chunks.push(chunk);
        return bytes > mostBytes
          ? Promise.reject(new Failure('notWritten', { reason: 'tooLarge', path: this.#uri.path }))
          : Promise.resolve();
      },
    };
  }

  async #exists(uri: Uri): Promise<boolean> {
    try {
      await this.#files.stat(uri);
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'FileNotFound') {
        return false;
      }
      throw error;
    }
  }
}
