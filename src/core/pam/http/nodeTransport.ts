// VS Code gives extensions its own http and https, which know its proxy and certificate settings, only under these
// names (not `node:http`), and only for a static import, of which the bundle makes a `require`.
import * as http from 'http';
import * as https from 'https';
import { X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import { checkServerIdentity, type PeerCertificate, type TLSSocket } from 'node:tls';

export interface NodeTransportOptions {
  readonly secure: boolean;
  /**
   * PEM texts of the authorities to trust instead of Node's own. They are given to the request, since an agent would
   * bypass VS Code's proxy.
   */
  readonly ca: readonly string[] | undefined;
  /** Whether a connection that is kept from an earlier request must not be used. */
  readonly isFresh: boolean;
  /** Called once the request has a connection, including TLS. */
  readonly onConnected: () => void;
}

type Respond = (response: http.IncomingMessage) => void;

/**
 * What axios sends one request through: Node's http or https as VS Code patches them, with an eye on the connection.
 */
export interface NodeTransport {
  request(options: http.RequestOptions, respond: Respond): http.ClientRequest;
  /** Whether there is a TCP connection but no TLS yet. An error now is one of TLS or of a certificate. */
  readonly isInHandshake: boolean;
  /** Whether the connection was kept from an earlier request and has not returned a single byte for this one. */
  readonly isStale: boolean;
}

export function createNodeTransport({ secure, ca, isFresh, onConnected }: NodeTransportOptions): NodeTransport {
  const { request } = secure ? https : http;
  let line: Line | undefined;
  return {
    request(options, respond) {
      // Without an agent the request gets a new connection. It bypasses no proxy, since connections through one are not
      // kept.
      const pool = isFresh ? { agent: false } : {};
      const sent = request({ ...options, ...pool, ...(secure ? trust(options, ca) : {}) }, respond);
      return sent.once('socket', (socket: Socket | TLSSocket) => {
        line = follow(socket, sent.reusedSocket, onConnected);
      });
    },
    get isInHandshake() {
      return line?.isInHandshake() === true;
    },
    get isStale() {
      return line?.isStale() === true;
    },
  };
}

function trust({ hostname }: http.RequestOptions, ca: NodeTransportOptions['ca']): https.RequestOptions {
  return {
    // This is set explicitly, so that neither an environment variable nor a default of the process or of VS Code can
    // disable it.
    rejectUnauthorized: true,
    checkServerIdentity: (name, certificate) => misfit(hostname ?? name, certificate),
    ...(ca === undefined ? {} : { ca: [...ca] }),
  };
}

/**
 * The error if a certificate is not for this host; undefined if it is. It is checked here because of IP addresses: in
 * the tunnel of a proxy Node would check for "localhost", and Node 22 does not find IPv6 addresses in certificates.
 */
function misfit(host: string, certificate: PeerCertificate): Error | undefined {
  const isForAddress = isIP(host) !== 0 && new X509Certificate(certificate.raw).checkIP(host) !== undefined;
  return isForAddress ? undefined : checkServerIdentity(host, certificate);
}

/** Whether a response came through TLS. One that did not, although it should, is from a proxy. */
export function isEncrypted({ socket }: http.IncomingMessage): boolean {
  return isTls(socket);
}

/** How far the connection of one request has got. */
interface Line {
  isInHandshake(): boolean;
  isStale(): boolean;
}

/** A socket that is used again, or that belongs to the tunnel of a proxy, may be connected already. */
function follow(socket: Socket | TLSSocket, isReused: boolean, onConnected: () => void): Line {
  const bytesBefore = socket.bytesRead;
  const isSecure = isTls(socket);
  let hasConnection = !socket.connecting;
  let isReady = isSecure ? socket.getFinished() !== undefined : hasConnection;
  if (isReady) {
    onConnected();
  } else {
    socket.once('connect', () => (hasConnection = true));
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      isReady = true;
      onConnected();
    });
  }
  return {
    isInHandshake: () => isSecure && hasConnection && !isReady,
    isStale: () => isReused && socket.bytesRead === bytesBefore,
  };
}

function isTls(socket: Socket | TLSSocket): socket is TLSSocket {
  return 'encrypted' in socket && socket.encrypted;
}
