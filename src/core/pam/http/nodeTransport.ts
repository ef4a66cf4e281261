// VS Code gives extensions its own http and https, with its proxy and certificate settings, only under these names
// (not `node:http`), and only to a static import, which the bundle makes a `require`.
import * as http from 'http';
import * as https from 'https';
import { X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import { checkServerIdentity, type PeerCertificate, type TLSSocket } from 'node:tls';

export interface NodeTransportOptions {
  readonly secure: boolean;
  /** PEM texts to trust instead of Node's own authorities; given to the request, since an agent would lose the proxy. */
  readonly ca: readonly string[] | undefined;
  /** Whether to take no connection that is kept from an earlier request. */
  readonly isFresh: boolean;
  /** Called once the request has a connection, TLS included. */
  readonly onConnected: () => void;
}

type Respond = (response: http.IncomingMessage) => void;

/** What axios sends one request through: Node's http or https as VS Code patches them, and watched. */
export interface NodeTransport {
  request(options: http.RequestOptions, respond: Respond): http.ClientRequest;
  /** Whether the connection stands and TLS does not: what goes wrong now, TLS or a certificate is the cause of. */
  readonly isInHandshake: boolean;
  /** Whether the connection was kept from an earlier request, and not one byte came back for this one. */
  readonly isStale: boolean;
}

export function createNodeTransport({ secure, ca, isFresh, onConnected }: NodeTransportOptions): NodeTransport {
  const { request } = secure ? https : http;
  let line: Line | undefined;
  return {
    request(options, respond) {
      // Without an agent there is no connection from before. A proxy is not lost: those that are kept go through none.
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
    // Said aloud, so that neither an environment variable nor a default of the process or of VS Code turns it off.
    rejectUnauthorized: true,
    checkServerIdentity: (name, certificate) => misfit(hostname ?? name, certificate),
    ...(ca === undefined ? {} : { ca: [...ca] }),
  };
}

/**
 * Why a certificate is not for this host, if it is not. Asked for by us because of addresses: behind a proxy's tunnel
 * Node would take the host for "localhost", and Node 22 knows no IPv6 address in a certificate.
 */
function misfit(host: string, certificate: PeerCertificate): Error | undefined {
  const isForAddress = isIP(host) !== 0 && new X509Certificate(certificate.raw).checkIP(host) !== undefined;
  return isForAddress ? undefined : checkServerIdentity(host, certificate);
}

/** Whether an answer came through TLS; one that did not, to a request that should, was given by a proxy. */
export function isEncrypted({ socket }: http.IncomingMessage): boolean {
  return isTls(socket);
}

/** How the connection of one request stands. */
interface Line {
  isInHandshake(): boolean;
  isStale(): boolean;
}

/** A socket that was used before, or that a proxy's tunnel begins with, may be connected already. */
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
