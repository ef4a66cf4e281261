import { flavours } from './flavours.ts';
import { indexOfId, sessionAt } from './generator.ts';
import type { Settings } from './options.ts';
import { inPortuguese } from './record.ts';
import { success } from './replies.ts';

/** Everything the server has to list, found by position or by id, as it is written in JSON. */
export interface Sessions {
  readonly count: number;
  at(index: number): object;
  /** The position of the session with this id, or -1. */
  find(id: string): number;
}

export function sessionsOf(settings: Settings): Sessions {
  const { rows, seed, sessions: count, sessionsUntil: until, estate } = settings;
  if (rows) {
    return {
      count: rows.length,
      at: (index) => rows[index] ?? {},
      find: (id) => rows.findIndex((row) => String(row['id']) === id),
    };
  }
  const generated = (index: number) => sessionAt(index, { seed, count, until, estate });
  const keys = settings.keys ?? flavours[settings.flavour].keys;
  return {
    count,
    at: keys === 'pt' ? (index) => inPortuguese(generated(index)) : generated,
    find(id) {
      const index = indexOfId(id);
      return index >= 0 && index < count && String(generated(index).id) === id ? index : -1;
    },
  };
}

/** The list as JSON in pieces of about `chunkBytes`, made one piece at a time so that a million sessions need little memory. */
export function* listDocument(settings: Settings): Generator<Buffer> {
  const sessions = sessionsOf(settings);
  const [opening, closing] = envelopeHalves(settings);
  let text = opening;
  for (let index = 0; index < sessions.count; index++) {
    text += (index === 0 ? '' : ',') + JSON.stringify(sessions.at(index));
    if (text.length >= settings.chunkBytes) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(text + closing);
}

/** The answer for the session at a position. */
export function oneDocument(settings: Settings, index: number): Buffer {
  const sessions = sessionsOf(settings);
  const first = Math.max(0, Math.min(index, sessions.count - 2));
  const positions = settings.oneAnswersTwo && sessions.count > 1 ? [first, first + 1] : [index];
  const { oneKey } = flavours[settings.flavour];
  return Buffer.from(JSON.stringify({ ...envelope(settings), [oneKey]: positions.map((at) => sessions.at(at)) }));
}

function envelope({ flavour, tenant }: Settings): object {
  return flavours[flavour].tenant ? { ...success, tenant } : success;
}

function envelopeHalves(settings: Settings): readonly [string, string] {
  const inner = JSON.stringify({ ...envelope(settings), remote_sessions: [] });
  const whole =
    settings.envelope === 'single' ? inner : JSON.stringify({ ...success, remote_sessions: [JSON.parse(inner)] });
  const middle = whole.indexOf('[]') + 1;
  return [whole.slice(0, middle), whole.slice(middle)];
}
