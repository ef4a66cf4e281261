import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { defaults } from '../pam-server/options.ts';
import { listDocument } from '../pam-server/sessions.ts';
import { cacheDir } from '../vscode/places.ts';

export const encodings = ['uncompressed', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** The answer with one list, as files on the disk. */
export type ListFiles = Readonly<Record<Encoding, string>>;

/** An office of about 500 people and 2,000 devices whose accounts carry their domain: about 400 bytes a session. */
const estate = { protocols: 5, domain: '@datacenter-north.corp.example' };
const generator = path.join(import.meta.dirname, '../pam-server');

/** Makes the answer with `count` sessions, or takes it from the run before: a million of them take a while. */
export async function listFiles(count: number): Promise<ListFiles> {
  const folder = path.join(cacheDir, 'bench', await version());
  if (!existsSync(folder)) {
    await rm(path.dirname(folder), { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  }
  const uncompressed = path.join(folder, `${count}.json`);
  const gzip = `${uncompressed}.gz`;
  const settings = { ...defaults, sessions: count, estate };
  await made(uncompressed, (file) => pipeline(Readable.from(listDocument(settings)), createWriteStream(file)));
  await made(gzip, (file) => pipeline(createReadStream(uncompressed), createGzip(), createWriteStream(file)));
  return { uncompressed, gzip };
}

/** A file that is there is whole. */
async function made(file: string, make: (file: string) => Promise<void>): Promise<void> {
  if (!existsSync(file)) {
    await make(`${file}.part`);
    await rename(`${file}.part`, file);
  }
}

/** Another generator makes other sessions. */
async function version(): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(estate));
  const files = (await readdir(generator, { withFileTypes: true })).filter((entry) => entry.isFile());
  for (const file of files.map(({ name }) => name).toSorted()) {
    hash.update(await readFile(path.join(generator, file)));
  }
  return hash.digest('hex').slice(0, 12);
}
