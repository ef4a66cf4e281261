import { Disposable, EventEmitter, FileSystemError, FileType, type FileSystemProvider, type Uri } from 'vscode';

/** Files in memory that only VS Code reaches, as those of a virtual workspace. */
export class VirtualFolder implements FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  /** What writing fails with. */
  failure: FileSystemError | undefined;
  readonly onDidChangeFile = new EventEmitter<never>().event;

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  stat(uri: Uri) {
    return { type: FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).length };
  }

  readFile(uri: Uri): Uint8Array {
    const bytes = this.files.get(uri.path);
    if (bytes === undefined) {
      throw FileSystemError.FileNotFound(uri);
    }
    return bytes;
  }

  /** VS Code waits forever for one that throws before it returns. */
  async writeFile({ path }: Uri, content: Uint8Array): Promise<void> {
    await Promise.resolve();
    if (this.failure !== undefined) {
      throw this.failure;
    }
    this.files.set(path, content);
  }

  delete({ path }: Uri): void {
    this.files.delete(path);
  }

  readDirectory(): never[] {
    return [];
  }

  createDirectory(): void {
    throw FileSystemError.NoPermissions();
  }

  rename(): void {
    throw FileSystemError.NoPermissions();
  }
}
