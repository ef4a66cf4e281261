import type { KnownField, TimeName } from './query.ts';

/** The text fields of a session by the name that a query has for them. */
export const textNames: Readonly<Record<string, KnownField>> = {
  user: 'user',
  credential: 'credential',
  device: 'device',
  protocol: 'protocol',
  proxy: 'proxy',
  ip: 'originIp',
  itsm: 'itsm',
  request: 'request',
};

/** The same fields by their other names: those of the server in Portuguese, and the key of the API. */
export const otherTextNames: Readonly<Record<string, KnownField>> = {
  usuario: 'user',
  credencial: 'credential',
  dispositivo: 'device',
  protocolo: 'protocol',
  origin_ip: 'originIp',
};

export const timeNames: readonly TimeName[] = ['started', 'ended', 'at', 'after', 'before'];

/** The names of what a query can ask about, and those of them that are text fields, as a query is printed. */
export const textFieldNames: readonly string[] = Object.keys(textNames);
export const queryNames: readonly string[] = [
  ...textFieldNames,
  'id',
  'session',
  ...timeNames,
  'duration',
  'is',
  'has',
];

/** The other names that the same fields have. */
export const otherNames: readonly string[] = [...Object.keys(otherTextNames), 'hash'];
