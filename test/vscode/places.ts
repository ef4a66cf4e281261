import path from 'node:path';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** Everything that is downloaded or left behind lies here, outside git. */
export const cacheDir = path.join(projectRoot, '.vscode-test');
