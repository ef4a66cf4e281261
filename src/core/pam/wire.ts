// Without `node:`: VS Code gives extensions its own http and https, with its proxy and certificate settings, under
// these names alone.
import type { ClientRequest, IncomingMessage, RequestOptions } from 'http';
import type { Socket } from 'net';
import type { TLSSocket } from 'tls';

export interface WireOptions {
  readonly secure: boolean;
  /** PEM texts to trust instead of Node's own authorities; given to the request, since an agent would lose the proxy. */
  readonly ca: readonly string[] | undefined;
  /** Called once the request has a connection, TLS included. */
  readonly onConnected: () => void;
}

type Respond = (response: IncomingMessage) => void;

/** What axios sends requests through: Node's http or https as VS Code patches them, watched until it is connected. */
export interface Wire {
  request(options: RequestOptions, respond: Respond): ClientRequest;
}

export async function createWire({ secure, ca, onConnected }: WireOptions): Promise<Wire> {
  const { request } = secure ? await import('https') : await import('http');
  return {
    request(options, respond) {
      const sent = request(ca === undefined ? options : { ...options, ca: [...ca] }, respond);
      return sent.once('socket', (socket: Socket | TLSSocket) => whenConnected(socket, onConnected));
    },
  };
}

/** Whether an answer came through TLS; one that did not, to a request that should, was given by a proxy. */
export function isEncrypted({ socket }: IncomingMessage): boolean {
  return isTls(socket);
}

/** A socket that was used before, or that a proxy's tunnel begins with, may be connected already. */
function whenConnected(socket: Socket | TLSSocket, onConnected: () => void): void {
  const isReady = isTls(socket) ? socket.getFinished() !== undefined : !socket.connecting;
  if (isReady) {
    onConnected();
  } else {
    socket.once(isTls(socket) ? 'secureConnect' : 'connect', onConnected);
  }
}

function isTls(socket: Socket | TLSSocket): socket is TLSSocket {
  return 'encrypted' in socket && socket.encrypted;
}
