import type { NonEmpty } from './random.ts';

/** How one protocol looks in a list: its share, its port, how many devices speak it, who signs in to them and how. */
export interface Protocol {
  readonly name: string;
  /** Out of 100. */
  readonly weight: number;
  readonly port: number;
  readonly devices: number;
  readonly proxies: NonEmpty<string>;
  readonly credentials: NonEmpty<string>;
}

const database: NonEmpty<string> = ['Database Proxy', 'Database Proxy', 'Segura.go'];
const web: NonEmpty<string> = ['Web Proxy'];

const rdp: Protocol = {
  name: 'rdp',
  weight: 33,
  port: 3389,
  devices: 600,
  proxies: ['RDP Proxy', 'RDP Proxy', 'Web Proxy', 'Segura.go'],
  credentials: ['administrator', 'win-admin', 'usrdomadm01', 'helpdesk', 'svc_patch'],
};

const known: readonly Protocol[] = [
  rdp,
  {
    name: 'ssh',
    weight: 35,
    port: 22,
    devices: 900,
    proxies: ['Terminal Proxy', 'Terminal Proxy', 'Web Proxy', 'SSH Tunneling'],
    credentials: ['root', 'deploy', 'ansible', 'usrsudonopass', 'backup'],
  },
  { name: 'https', weight: 11, port: 443, devices: 120, proxies: web, credentials: ['admin', 'portal-admin'] },
  { name: 'http', weight: 3, port: 80, devices: 30, proxies: web, credentials: ['admin', 'printer'] },
  { name: 'telnet', weight: 2, port: 23, devices: 40, proxies: ['Terminal Proxy'], credentials: ['cisco', 'switch'] },
  { name: 'vnc', weight: 2, port: 5900, devices: 25, proxies: web, credentials: ['console', 'kiosk'] },
  { name: 'mysql', weight: 4, port: 3306, devices: 80, proxies: database, credentials: ['root', 'app_rw'] },
  { name: 'postgresql', weight: 4, port: 5432, devices: 80, proxies: database, credentials: ['postgres', 'report_ro'] },
  { name: 'oracle', weight: 2, port: 1521, devices: 40, proxies: database, credentials: ['sys', 'system'] },
  { name: 'sqlserver', weight: 3, port: 1433, devices: 50, proxies: database, credentials: ['sa', 'etl'] },
  { name: 'x11', weight: 1, port: 6000, devices: 10, proxies: ['SSH Tunneling'], credentials: ['xuser'] },
];

export const allProtocols = known.length;

/** The protocol at a point in [0, 1) of the weighted scale of the first `count` ones. */
export function protocolAt(point: number, count: number): Protocol {
  const spoken = known.slice(0, count);
  let left = point * spoken.reduce((sum, { weight }) => sum + weight, 0);
  return spoken.find((protocol) => (left -= protocol.weight) < 0) ?? rdp;
}

/** The address of a protocol's nth device: mostly `host:port`, now and then a host alone or `[v6]:port`. */
export function deviceAddress({ name, port }: Protocol, n: number): string {
  switch (n % 20) {
    case 7:
      return `srv-${name}-${n}`;
    case 11:
      return `[2001:db8:${port.toString(16)}::${n.toString(16)}]:${port}`;
    case 3:
    case 13:
    case 17:
      return `${name}-${String(n).padStart(4, '0')}.corp.example:${port}`;
    default:
      return `10.${port % 200}.${n >> 8}.${n & 255}:${port}`;
  }
}
