import { Failure, type FailureReason } from '../../core/failure.ts';

/** What errors of Node and of VS Code's file systems mean, by their codes. */
const reasons: Readonly<Record<string, FailureReason>> = {
  EEXIST: 'exists',
  FileExists: 'exists',
  EISDIR: 'notFile',
  FileIsADirectory: 'notFile',
  ENOENT: 'noFolder',
  ENOTDIR: 'noFolder',
  FileNotFound: 'noFolder',
  FileNotADirectory: 'noFolder',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  NoPermissions: 'denied',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
};

/** An error of writing a file as a failure; a failure stays the one it is. */
export function asNotWritten(error: unknown, path: string): Failure {
  if (error instanceof Failure) {
    return error;
  }
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const systemCode = /^\w+$/.test(code) ? code : undefined;
  return new Failure('notWritten', { reason: reasons[code] ?? 'other', path, systemCode }, { cause: error });
}
