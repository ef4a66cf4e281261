import type { Document } from './document.ts';
import { Failure, quoted } from '../../failure.ts';
import type { Mask } from './mask.ts';
import { notJson, saidIn } from './verdict.ts';

/**
 * What is wrong with an answer to a request for sessions that does not itself report a failure; undefined if nothing
 * is.
 */
export function shapeFailure(document: Document, mask: Mask): Failure | undefined {
  const received = { sessions: document.records, bytes: document.bytes };
  const saying = (text: string) => ({ received, serverText: quotedWords(text, mask) });
  if (document.text !== '') {
    return notJson(document.text, { received }, mask);
  }
  if (!document.complete || (document.sound && document.words !== '')) {
    return new Failure('truncated', saying(document.words));
  }
  const [misplaced] = document.misplaced;
  if (document.records === 0 && misplaced !== undefined) {
    return new Failure('unexpectedJson', saying(typeof misplaced === 'string' ? misplaced : JSON.stringify(misplaced)));
  }
  if (!document.sound) {
    return new Failure('notJson', saying(document.words));
  }
  return document.records > 0 || document.namesSessions ? undefined : new Failure('unexpectedJson', { received });
}

/** The words of the server in a text that is not an answer, as they may be quoted. */
export function quotedWords(text: string, mask: Mask): string | undefined {
  const words = quoted(mask(saidIn(text)));
  return words === '' ? undefined : words;
}
