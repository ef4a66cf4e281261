import { l10n } from 'vscode';
import type { FailureFacts } from '../../core/failure.ts';
import { plainText } from '../../core/text/visibleText.ts';
import { sentences, words, type FailureWords } from './failureWords.ts';

/** The words for an export that was not written: of which file, why, and what to do. */
export function notWrittenWords(facts: FailureFacts): FailureWords {
  const { path } = facts;
  const what = path === undefined ? l10n.t('Nothing was written.') : l10n.t('{0} was not written.', plainText(path));
  const [cause, advice] = causeAndAdvice(facts);
  return words(sentences(what, cause), advice, 'export');
}

function causeAndAdvice({ reason, argument, systemCode }: FailureFacts): readonly [cause: string, advice: string] {
  switch (reason) {
    case 'argument':
      return [
        argument === undefined
          ? l10n.t('What the export was given cannot be used.')
          : l10n.t('What the export was given as “{0}” cannot be used.', argument),
        l10n.t(
          'It takes {0}; the format is csv, json or ndjson, and the path is absolute.',
          '{ connection, query?, format, path, manifest?, overwrite? }',
        ),
      ];
    case 'exists':
      return [
        l10n.t('There is a file of this name already.'),
        l10n.t('Choose another name; a program that means to replace the file says so with {0}.', 'overwrite: true'),
      ];
    case 'notFile':
      return [l10n.t('What has this name is no file.'), l10n.t('Choose another name.')];
    case 'noFolder':
      return [
        l10n.t('The folder is not there.'),
        l10n.t('It may have been removed, renamed or disconnected: choose another one.'),
      ];
    case 'denied':
      return [
        l10n.t('The system does not allow to write there.'),
        l10n.t('Choose another folder, or see that you may write in this one.'),
      ];
    case 'full':
      return [l10n.t('There is no space left.'), l10n.t('Free some space, or choose another place.')];
    case 'tooLarge':
      return [
        l10n.t('Only a file on a disk can be larger than 64 MB.'),
        l10n.t('Choose a folder on a disk, or narrow what is exported with a filter.'),
      ];
    default:
      return [
        systemCode === undefined
          ? l10n.t('The system could not write the file.')
          : l10n.t('The system could not write the file: {0}.', systemCode),
        l10n.t('Try again, or choose another place.'),
      ];
  }
}
