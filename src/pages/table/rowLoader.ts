import {
  longestReach,
  type Ask,
  type RowPosition,
  type TableAnswer,
  type TableQuery,
  type TableRow,
} from '../../shared/tableAsk.ts';
import type { Column } from '../../shared/tableColumn.ts';

/** The first row that is seen, and the one the cursor is in. */
export interface Places {
  readonly top: RowPosition;
  readonly cursor: RowPosition | null;
}

/** What a person sees of the rows. */
export interface Sight extends Places {
  /** The first and the last row that is seen, wholly or in part. */
  readonly first: number;
  readonly last: number;
}

/** An answer with what it was asked by. */
export interface Answered {
  readonly ask: Ask;
  readonly answer: TableAnswer;
}

export interface RowLoader {
  readonly question: TableQuery;
  /** Which arrangement the positions are of; null until the first answer. */
  readonly arrangement: number | null;
  /** The place in the rows that is shown, or that will be shown first. */
  readonly places: Places;
  rowAt(position: number): TableRow | undefined;
  /** The columns of the cells of the rows that are known. */
  readonly columns: readonly Column[];
  /** There are other columns: the cells that are known may not be all of theirs. */
  renew(): void;
  /** Another question, which is shown from its first row, or from the place given. */
  begin(question: TableQuery, at?: Places): void;
  /** There is a list, perhaps another one than before; asks about the old one may never be answered. */
  open(): void;
  /** There is no list any more: forgets the rows, and the place among them. */
  close(): void;
  /** What is seen has changed. */
  look(): void;
  /**
   * The question is no query: the rows stay as they are, under the question before. Returns whether it is the one that
   * was asked last.
   */
  refuse(sequence: number): boolean;
  /** Takes an answer; returns undefined if a newer ask has replaced the one that it belongs to. */
  take(answer: TableAnswer): Answered | undefined;
}

const beginning: Places = { top: { position: 0, id: null }, cursor: null };
/** In screens on either side of what is seen: how much is asked for, and how little may be left before more is. */
const ahead = { asked: 4, kept: 1 };

/**
 * Asks the host for the rows around what is seen, and keeps no others. Only one ask for rows is under way at a time; the
 * next one is about what is seen when that is answered, so that dragging through a million rows asks only for the place
 * where the person is by then. A new question does not wait for an answer.
 */
export function makeRowLoader(sight: () => Sight, post: (ask: Ask) => void): RowLoader {
  let question: TableQuery = { text: '', sort: [] };
  /** Where the question begins, until that is answered. */
  let begins: Places | undefined = beginning;
  let isOpen = false;
  let isStale = true;
  let asked: Ask | undefined;
  let sequence = 0;
  /** The question that the known rows answer. */
  let answered: TableQuery | undefined;
  let known: Pick<TableAnswer, 'arrangement' | 'matched' | 'from' | 'columns' | 'rows'> | undefined;

  function isCovered({ first, last }: Sight): boolean {
    if (known === undefined) return false;
    const seen = last - first + 1;
    // No answer has more rows than that, however many are seen.
    const kept = Math.min(seen * ahead.kept, longestReach - seen);
    const isBefore = known.from <= Math.max(first - kept, 0);
    return isBefore && known.from + known.rows.length > Math.min(last + kept, known.matched - 1);
  }

  function look(): void {
    if (!isOpen || asked !== undefined) return;
    const seen = sight();
    if (!isStale && isCovered(seen)) return;
    isStale = false;
    sequence++;
    const ask: Ask = {
      type: 'ask',
      sequence,
      question,
      arrangement: begins === undefined ? (known?.arrangement ?? null) : null,
      top: (begins ?? seen).top,
      cursor: (begins ?? seen).cursor,
      reach: Math.min((seen.last - seen.first + 1) * (ahead.asked + 1), longestReach),
    };
    asked = ask;
    post(ask);
  }

  return {
    get question() {
      return question;
    },
    get arrangement() {
      return known?.arrangement ?? null;
    },
    get places() {
      return begins ?? sight();
    },
    rowAt: (position) => known?.rows[position - known.from],
    get columns() {
      return known?.columns ?? [];
    },
    renew() {
      isStale = true;
      look();
    },
    begin(next, at = beginning) {
      question = next;
      begins = at;
      // The host stops working on the older question.
      asked = undefined;
      isStale = true;
      look();
    },
    open() {
      isOpen = true;
      asked = undefined;
      isStale = true;
      look();
    },
    close() {
      begins ??= sight();
      isOpen = false;
      asked = undefined;
      known = undefined;
      answered = undefined;
    },
    look,
    refuse(refused) {
      if (asked?.sequence !== refused) return false;
      const isOther = answered !== undefined && answered.text !== asked.question.text;
      question = answered !== undefined && isOther ? answered : { ...question, text: '' };
      asked = undefined;
      begins = isOther ? undefined : begins;
      isStale = known === undefined || !isOther;
      look();
      return true;
    },
    take(answer) {
      if (asked?.sequence !== answer.sequence) return undefined;
      const ask = asked;
      asked = undefined;
      begins = undefined;
      known = answer;
      answered = ask.question;
      return { ask, answer };
    },
  };
}
