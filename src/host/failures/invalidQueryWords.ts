import { l10n } from 'vscode';
import type { Failure } from '../../core/failure.ts';
import { InvalidQuery, type Expected, type QueryProblem } from '../../core/sessions/query/invalidQuery.ts';
import { plainText } from '../../core/text/visibleText.ts';
import { countText } from '../countText.ts';
import { words, type FailureWords } from './failureWords.ts';

export function invalidQueryWords(failure: Failure): FailureWords {
  return failure instanceof InvalidQuery
    ? words(
        queryProblemText(failure.problem),
        l10n.t('It stands at character {0} of the query.', countText(failure.position + 1)),
        'showLog',
      )
    : words(
        l10n.t('The query cannot be understood.'),
        l10n.t('Mend the part that is wrong: the README has the language in one table.'),
        'showLog',
      );
}

/** What is wrong with a query, in one sentence. */
export function queryProblemText(problem: QueryProblem): string {
  switch (problem.kind) {
    case 'tooLong':
      return l10n.t('A query has {0} characters at most.', countText(problem.most));
    case 'tooManyValues':
      return l10n.t('A query has {0} values at most.', countText(problem.most));
    case 'tooDeep':
      return l10n.t('Brackets go {0} deep at most.', countText(problem.most));
    case 'loneMinus':
      return l10n.t('A “-” turns round what follows it without a blank; to search for it, put it in quotes.');
    case 'doubleMinus':
      return l10n.t('One “-” is enough; to search for two, put them in quotes.');
    case 'orWithoutSide':
      return l10n.t('“OR” needs something on either side; to search for the word, put it in quotes.');
    case 'emptyText':
      return l10n.t('There is nothing between the quotes.');
    case 'emptyBrackets':
      return l10n.t('There is nothing between the brackets.');
    case 'unclosedBracket':
      return l10n.t('This bracket is never closed; to search for it, put it in quotes.');
    case 'unopenedBracket':
      return l10n.t('This bracket was never opened; to search for it, put it in quotes.');
    case 'bracketInWord':
      return l10n.t('A bracket cannot open inside a word; to search for it, put it in quotes.');
    case 'unclosedQuote':
      return l10n.t('This quote is never closed.');
    case 'unknownName':
      return l10n.t(
        'Nothing is called “{0}” here; the nearest name is “{1}”.',
        plainText(problem.name),
        plainText(problem.nearest),
      );
    case 'emptyValue':
      return l10n.t('“{0}:” lacks a value; for fields with nothing in them, write “""”.', plainText(problem.field));
    case 'operatorNotAllowed':
      return l10n.t(
        '“{0}” has no operator “{1}”; to search for it, put it in quotes.',
        plainText(problem.field),
        problem.operator,
      );
    case 'notOfField':
      return notOfFieldText(problem.value, problem.field, problem.expected, problem.nearest);
    case 'impossiblePrefix':
      return l10n.t(
        'A network of such addresses has 0 to {1} bits, not “{0}”.',
        plainText(problem.prefix),
        countText(problem.most),
      );
    case 'emptyRange':
      return l10n.t('The end of this range of “{0}” is not after its beginning.', plainText(problem.field));
    case 'openRange':
      return l10n.t('A range of “{0}” needs one end at least.', plainText(problem.field));
  }
}

function notOfFieldText(value: string, field: string, expected: Expected, nearest: string | undefined): string {
  const [shown, name, near] = [plainText(value), plainText(field), plainText(nearest ?? '')];
  switch (expected) {
    case 'number':
      return l10n.t('“{0}” is no whole number, which “{1}” takes.', shown, name);
    case 'time':
      return l10n.t('“{0}” is no time, which “{1}” takes, such as 2024-05-06, today or -2h.', shown, name);
    case 'duration':
      return l10n.t('“{0}” is no duration, which “{1}” takes, such as 90s, 1h30m or 00:05:00.', shown, name);
    case 'state':
      return l10n.t('“{0}” is none of live, ended and protected; the nearest is “{1}”.', shown, near);
    case 'field':
      return l10n.t('“{0}” is no text field; the nearest is “{1}”.', shown, near);
  }
}
