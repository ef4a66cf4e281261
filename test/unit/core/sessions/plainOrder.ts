import { isIPv4, isIPv6 } from 'node:net';

const collator = new Intl.Collator('en', { numeric: true });

/** Compares the values of a field the plain way; `isHost` says that they are hosts and addresses. */
export function compareValues(a: string, b: string, isHost: boolean): number {
  const [left, right] = [partsOf(a, isHost), partsOf(b, isHost)];
  const kinds = left.kind - right.kind;
  const names = left.kind === 0 ? compare(left.value, right.value) : collator.compare(left.name, right.name);
  return kinds || names || left.port - right.port || compare(a, b);
}

function compare<Value extends bigint | string>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function partsOf(text: string, isHost: boolean) {
  const [, inBrackets, outside, digits] = /^(?:\[(.*?)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const name = inBrackets ?? outside ?? text;
  const value = isHost ? valueOf(name) : undefined;
  const hasPort = isHost && (value !== undefined || isHostName(name));
  const kind = text === '' ? 3 : value !== undefined ? 0 : hasPort ? 1 : 2;
  return { kind, value: value ?? 0n, name: hasPort ? name : text, port: hasPort ? Number(digits ?? -1) : -1 };
}

function isHostName(name: string): boolean {
  return /^[\p{L}\p{N}_]/u.test(name) && !/[^\p{L}\p{N}_.-]/u.test(name);
}

/** The value of an address; those of IPv6 are above all of IPv4. */
function valueOf(text: string): bigint | undefined {
  if (isIPv4(text)) {
    return text.split('.').reduce((value, byte) => value * 256n + BigInt(byte), 0n);
  }
  return isIPv6(text) ? (1n << 128n) + valueOfColons(text.split('%')[0] ?? '') : undefined;
}

function valueOfColons(text: string): bigint {
  // A URL writes the last four bytes in colons, too.
  const [head = '', tail] = new URL(`http://[${text}]`).hostname.slice(1, -1).split('::');
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter((unit) => unit !== ''));
  const units = [...(first ?? []), ...Array.from({ length: 8 }, () => '0'), ...(last ?? [])];
  const zeros = units.length - 8;
  const whole = units.toSpliced(first?.length ?? 0, zeros);
  return whole.reduce((value, unit) => value * 65536n + BigInt(`0x${unit}`), 0n);
}
