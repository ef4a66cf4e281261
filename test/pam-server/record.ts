/** A session as the server's JSON has it, in the English key language. */
export interface SessionRecord {
  readonly id: string | number;
  readonly user: string | null;
  readonly origin_ip: string | undefined;
  readonly credential: string | null;
  readonly device: string;
  readonly protocol: string;
  readonly proxy: string;
  readonly session_id: string;
  readonly start: string;
  /** A live session has null, '', zeros, or no `end` at all. */
  readonly end: string | null | undefined;
  readonly time: string | null | undefined;
  readonly prevent_purge: string | boolean | number;
  readonly request: string | null;
  readonly ITSM: string | null;
  readonly [unknownField: string]: unknown;
}

/** The record with v3's keys and words. */
export function inPortuguese(record: SessionRecord): object {
  const { id, user, origin_ip, credential: credencial, device: dispositivo, ...rest } = record;
  const { prevent_purge } = rest;
  const word = prevent_purge === 'No' ? 'Não' : prevent_purge === 'Yes' ? 'Sim' : prevent_purge;
  return { id, user, origin_ip, credencial, dispositivo, ...rest, prevent_purge: word };
}

/** `YYYY-MM-DD HH:MM:SS` of a number of seconds since 1970; the stand-in's local time is UTC. */
export function timestamp(epochSeconds: number): string {
  const iso = new Date(epochSeconds * 1000).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

/** `HH:MM:SS`; the hours may exceed 24. */
export function duration(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
