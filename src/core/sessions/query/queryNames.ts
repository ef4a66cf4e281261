import type { KnownField, TimeName } from './query.ts';

/** The text fields of a session by the names that queries have for them. */
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

/** Other names of the same fields: the server's Portuguese ones, and the key of its API. */
export const otherTextNames: Readonly<Record<string, KnownField>> = {
  usuario: 'user',
  credencial: 'credential',
  dispositivo: 'device',
  protocolo: 'protocol',
  origin_ip: 'originIp',
};

export const timeNames: readonly TimeName[] = ['started', 'ended', 'at', 'after', 'before'];

/** The names that a query can use. Those of text fields come first, and are also listed alone. */
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

/** The other names of the same fields. */
export const otherNames: readonly string[] = [...Object.keys(otherTextNames), 'hash'];
