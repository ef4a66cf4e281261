import { BlockList, isIP, isIPv4 } from 'node:net';

/** A network, given by any of its addresses. */
export interface Network {
  readonly address: string;
  readonly prefix: number;
}

const portOrBrackets = /^(?:([\d.]+):\d+|\[([^\]]+)\](?::\d+)?)$/;

/** The address that a text is, without the zone of a link-local one; undefined for anything else. */
export function addressOf(text: string): string | undefined {
  return isIP(text) === 0 ? undefined : text.replace(/%.*$/, '');
}

/** The number of bits of an address. */
export function bitsOf(address: string): number {
  return isIPv4(address) ? 32 : 128;
}

/**
 * Whether a field holds an address in one of the networks. A port behind the address does not count. An IPv4 address is
 * in no network of IPv6; but one that IPv6 writes as `::ffff:10.0.0.1` may be in networks of either kind.
 */
export function networksTest(networks: readonly Network[]): (text: string) => boolean {
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const { address, prefix } of networks) {
    const family = familyOf(address);
    lists[family].addSubnet(address, prefix, family);
  }
  return (text) => {
    const [, plain, bracketed] = portOrBrackets.exec(text) ?? [];
    const address = addressOf(plain ?? bracketed ?? text);
    if (address === undefined) {
      return false;
    }
    const family = familyOf(address);
    return lists.ipv4.check(address, family) || (family === 'ipv6' && lists.ipv6.check(address, family));
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}
