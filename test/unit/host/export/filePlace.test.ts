import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, open, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Sink, Written } from '../../../../src/core/output/export/writeOut.ts';
import { FilePlace } from '../../../../src/host/export/filePlace.ts';
import type { Job } from '../../../../src/host/export/place.ts';
import type { OpenFile } from '../../../../src/host/export/temporaryFile.ts';

const done: Written = { sha256: '', bytes: 0, rows: 0, defused: 0, broken: 0 };

/** Writes a text in two halves, doing something in between. */
function job(
  text: string,
  { between = () => Promise.resolve(), ...changes }: Partial<Job> & { between?: () => Promise<unknown> } = {},
): Job {
  const write = async (sink: Sink) => {
    const bytes = Buffer.from(text);
    await sink.write(bytes.subarray(0, bytes.length / 2));
    await between();
    await sink.write(bytes.subarray(bytes.length / 2));
    return done;
  };
  return { write, manifestOf: () => `about ${text}`, overwrite: false, ...changes };
}

describe('host: a file that an export is written to', () => {
  let folder = '';
  let file = '';
  const contents = async (name: string) => readFile(path.join(folder, name), 'utf8');

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pam-place-'));
    file = path.join(folder, 'night.csv');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function withOldOne(): Promise<void> {
    await writeFile(file, 'old');
    await writeFile(`${file}.manifest.json`, 'about old');
  }

  async function isAsBefore(): Promise<void> {
    assert.deepEqual((await readdir(folder)).toSorted(), ['night.csv', 'night.csv.manifest.json']);
    assert.deepEqual([await contents('night.csv'), await contents('night.csv.manifest.json')], ['old', 'about old']);
  }

  it('is written with its manifest, and nothing else is left beside it', async () => {
    assert.equal(await new FilePlace(file).run(job('new')), done);
    assert.deepEqual((await readdir(folder)).toSorted(), ['night.csv', 'night.csv.manifest.json']);
    assert.deepEqual([await contents('night.csv'), await contents('night.csv.manifest.json')], ['new', 'about new']);
  });

  it('replaces the one before only if it may, and then as a whole', async () => {
    await withOldOne();
    const refused = { code: 'notWritten', facts: { reason: 'exists', path: file } };
    await assert.rejects(new FilePlace(file).check({ overwrite: false }), refused);
    await assert.rejects(new FilePlace(file).run(job('new')), refused);
    await isAsBefore();
    const between = async () => {
      assert.equal(await contents('night.csv'), 'old');
      assert.equal(await contents('night.csv.manifest.json'), 'about old');
    };
    await new FilePlace(file).run(job('new', { overwrite: true, between }));
    assert.deepEqual([await contents('night.csv'), await contents('night.csv.manifest.json')], ['new', 'about new']);
    assert.equal((await readdir(folder)).length, 2);
  });

  it('is never beside a manifest of another one', async () => {
    await withOldOne();
    await new FilePlace(file).run(job('new', { overwrite: true, manifestOf: undefined }));
    assert.deepEqual(await readdir(folder), ['night.csv']);
    assert.equal(await contents('night.csv'), 'new');
  });

  it('stays as it was when the writing is cancelled or fails midway', async () => {
    await withOldOne();
    for (const overwrite of [true, false]) {
      const name = overwrite ? file : path.join(folder, 'other.csv');
      const error = Object.assign(new Error('boom'), { code: 'EIO' });
      const between = () => Promise.reject(error);
      await assert.rejects(new FilePlace(name).run(job('new', { overwrite, between })), {
        code: 'notWritten',
        facts: { reason: 'other', path: name, systemCode: 'EIO' },
      });
      await isAsBefore();
    }
  });

  for (const [what, failing] of [
    ['writing', 'write'],
    ['flushing', 'sync'],
    ['closing', 'close'],
  ] as const) {
    it(`stays as it was when the disk is full at ${what}`, async () => {
      await withOldOne();
      await assert.rejects(new FilePlace(file, fullAt(failing)).run(job('new', { overwrite: true })), {
        code: 'notWritten',
        facts: { reason: 'full', path: file, systemCode: 'ENOSPC' },
      });
      await isAsBefore();
    });
  }

  it('stays as it was when only its manifest finds the disk full', async () => {
    await withOldOne();
    let files = 0;
    const openFile: OpenFile = (...given) => (files++ === 0 ? open(...given) : fullAt('write')(...given));
    await assert.rejects(new FilePlace(file, openFile).run(job('new', { overwrite: true })), { code: 'notWritten' });
    await isAsBefore();
  });

  it('is not written to a place that vanishes, or is not there', async () => {
    const gone = path.join(folder, 'share');
    await mkdir(gone);
    const between = () => rm(gone, { recursive: true });
    const refused = {
      code: 'notWritten',
      facts: { reason: 'noFolder', path: path.join(gone, 'a.csv'), systemCode: 'ENOENT' },
    };
    await assert.rejects(new FilePlace(path.join(gone, 'a.csv')).run(job('new', { between })), refused);
    await assert.rejects(new FilePlace(path.join(gone, 'a.csv')).run(job('new')), refused);
    await assert.rejects(
      new FilePlace(path.join(folder, 'a.csv/b.csv'))
        .check({ overwrite: true })
        .then(() => new FilePlace(path.join(folder, 'a.csv/b.csv')).run(job('new'))),
      { code: 'notWritten' },
    );
    assert.deepEqual(await readdir(folder), []);
  });

  it('is not written to a place that may only be read', async function () {
    // Nothing keeps root from writing but a file system of the system's own.
    const isRoot = process.getuid?.() === 0;
    if (process.platform === 'win32' || (isRoot && process.platform !== 'linux')) {
      this.skip();
    }
    const place = isRoot ? '/sys' : folder;
    const before = await readdir(place);
    if (!isRoot) await chmod(folder, 0o555);
    await assert.rejects(new FilePlace(path.join(place, 'a.csv')).run(job('new')), { code: 'notWritten' });
    if (!isRoot) assert.deepEqual(await readdir(place), before);
    await chmod(folder, 0o755);
  });

  it('does not take the place of a folder, or of a file that came meanwhile', async () => {
    await mkdir(file);
    const notFile = { code: 'notWritten', facts: { reason: 'notFile', path: file } };
    await assert.rejects(new FilePlace(file).check({ overwrite: true }), notFile);
    await rm(file, { recursive: true });
    const between = () => writeFile(file, 'theirs');
    await assert.rejects(new FilePlace(file).run(job('new', { between })), { code: 'notWritten' });
    assert.deepEqual([await readdir(folder), await contents('night.csv')], [['night.csv'], 'theirs']);
  });

  it('keeps its permissions, and a link to it', async function () {
    if (process.platform === 'win32') this.skip();
    await writeFile(path.join(folder, 'real.csv'), 'old', { mode: 0o600 });
    await symlink(path.join(folder, 'real.csv'), file);
    await new FilePlace(file).run(job('new', { overwrite: true }));
    assert.equal(await contents('real.csv'), 'new');
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.equal(await contents('night.csv.manifest.json'), 'about new');
  });
});

/** Opens files as Node does, on a disk that is full when it comes to one thing. */
function fullAt(failing: 'write' | 'sync' | 'close'): OpenFile {
  return async (...given) => {
    const handle = await open(...given);
    const fail = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    return {
      write: failing === 'write' ? fail : (bytes) => handle.write(bytes),
      sync: failing === 'sync' ? fail : () => handle.sync(),
      close: async () => {
        await handle.close();
        if (failing === 'close') await fail();
      },
    };
  };
}
