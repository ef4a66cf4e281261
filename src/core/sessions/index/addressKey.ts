import { isIPv4 } from 'node:net';
import { addressOf } from '../query/network.ts';

/** The IPv4 address that an address of IPv6 may end with. */
const dotted = /[^:]+\.[^:]+$/;

/**
 * A text whose code units sort as the address does by its value, those of IPv4 before those of IPv6. The zone of a
 * link-local address does not count. Undefined for what is no address.
 */
export function addressKey(text: string): string | undefined {
  const address = addressOf(text);
  if (address === undefined) {
    return undefined;
  }
  return isIPv4(address) ? `4${unitsOfDotted(address)}` : `6${unitsOfColons(address)}`;
}

/** Two units of 16 bits. */
function unitsOfDotted(address: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  return String.fromCharCode(a * 256 + b, c * 256 + d);
}

/** Eight units of 16 bits, of which `::` leaves out those that are zero. */
function unitsOfColons(address: string): string {
  const [end] = dotted.exec(address) ?? [];
  const [head = '', tail = ''] = address.slice(0, address.length - (end?.length ?? 0)).split('::');
  const first = unitsOfHex(head);
  const last = unitsOfHex(tail) + (end === undefined ? '' : unitsOfDotted(end));
  return first + '\0'.repeat(8 - first.length - last.length) + last;
}

function unitsOfHex(parts: string): string {
  const units = parts.split(':').filter((part) => part !== '');
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}
