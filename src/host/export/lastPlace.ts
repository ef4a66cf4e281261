import { homedir } from 'node:os';
import path from 'node:path';
import { Uri } from 'vscode';

/** Where a person exported to last, which the next dialogs begin at; not kept across a reload. */
export class LastPlace {
  #file: Uri | undefined;

  /** The file that was written last. */
  get file(): Uri | undefined {
    return this.#file;
  }

  remember(file: Uri): void {
    this.#file = file;
  }

  /** A file of this name beside the last one, or else in the home folder. */
  beside(name: string): Uri {
    return this.#file === undefined ? Uri.file(path.join(homedir(), name)) : Uri.joinPath(this.#file, '..', name);
  }
}
