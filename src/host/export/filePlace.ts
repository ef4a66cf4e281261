import { constants, type Stats } from 'node:fs';
import { access, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { Failure } from '../../core/failure.ts';
import { manifestPath } from '../../core/output/export/manifest.ts';
import type { Written } from '../../core/output/export/writeOut.ts';
import { asNotWritten } from './asNotWritten.ts';
import type { Job, Place } from './place.ts';
import { pathBeside, TemporaryFile, type OpenFile } from './temporaryFile.ts';

const usualMode = 0o666;

/** A path of this machine. A file is written beside it, flushed to the disk, and then renamed: whole or not at all. */
export class FilePlace implements Place {
  readonly #path: string;
  readonly #open: OpenFile;

  /** `openFile` is `fs.promises.open`, but for tests of a disk that fails. */
  constructor(path: string, openFile: OpenFile = open) {
    this.#path = path;
    this.#open = openFile;
  }

  async check({ overwrite }: Pick<Job, 'overwrite'>): Promise<void> {
    await this.#named(async () => {
      await this.#look(overwrite);
    });
  }

  async run(job: Job): Promise<Written> {
    const made: TemporaryFile[] = [];
    return this.#named(async () => {
      try {
        return await this.#write(job, made);
      } finally {
        await Promise.all(made.map((temporary) => temporary.discard()));
      }
    });
  }

  async #write({ write, manifestOf, overwrite }: Job, made: TemporaryFile[]): Promise<Written> {
    const { target, mode } = await this.#look(overwrite);
    const create = async (place: string) => {
      const temporary = await TemporaryFile.beside(place, mode, this.#open);
      made.push(temporary);
      return temporary;
    };
    const file = await create(target);
    const written = await write(file);
    await file.finish();
    const manifest = manifestOf && (await create(manifestPath(this.#path)));
    await manifest?.write(Buffer.from(manifestOf?.(written) ?? ''));
    await manifest?.finish();
    // Somebody may have made a file of this name meanwhile.
    await this.#look(overwrite);
    await this.#withoutOldManifest(() => file.takePlace());
    await manifest?.takePlace();
    return written;
  }

  /** What is there now, and where the path leads to if it is a link. */
  async #look(overwrite: boolean): Promise<{ readonly target: string; readonly mode: number }> {
    const target = await realpath(this.#path).catch(() => this.#path);
    const [there, manifest] = [await statsOf(target), await statsOf(manifestPath(this.#path))];
    for (const [path, stats] of [
      [this.#path, there],
      [manifestPath(this.#path), manifest],
    ] as const) {
      if (stats?.isFile() === false) {
        throw new Failure('notWritten', { reason: 'notFile', path });
      }
    }
    if (there !== undefined && !overwrite) {
      throw new Failure('notWritten', { reason: 'exists', path: this.#path });
    }
    if (there !== undefined) {
      // A rename would replace a file that is protected from writing.
      await access(target, constants.W_OK);
    }
    return { target, mode: there === undefined ? usualMode : there.mode & 0o777 };
  }

  /** Puts the old manifest away, replaces the file, and brings the manifest back if that fails. */
  async #withoutOldManifest(replace: () => Promise<void>): Promise<void> {
    const manifest = manifestPath(this.#path);
    const away = pathBeside(manifest);
    const wasThere = await rename(manifest, away).then(
      () => true,
      (error: unknown) => {
        if (!isMissing(error)) throw error;
        return false;
      },
    );
    try {
      await replace();
    } catch (error) {
      if (wasThere) {
        await rename(away, manifest);
      }
      throw error;
    }
    await rm(away, { force: true });
  }

  async #named<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw asNotWritten(error, this.#path);
    }
  }
}

async function statsOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (isMissing(error)) {
      return undefined;
    }
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
