import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Authentication } from './authentication.ts';
import type { Target } from './flavours.ts';
import type { Settings } from './options.ts';
import { replies, type Reply } from './replies.ts';
import { listDocument, oneDocument, sessionsOf } from './sessions.ts';

/** A body that went well, sent as it is made. */
export interface Document {
  readonly body: Iterable<Buffer>;
  /** Milliseconds before its first byte. */
  readonly delayMs: number;
}

/** The server's own answer, when nothing goes wrong with it. */
export async function answerTo(
  request: IncomingMessage,
  target: Target,
  settings: Settings,
  authentication: Authentication,
): Promise<Reply | Document> {
  switch (target.kind) {
    case 'outside':
      return replies.proxyNotFound;
    case 'token':
      return tokenAnswer(request, settings, authentication);
    case 'unknown':
      return authentication.refuse(request, settings) ?? replies.resourceNotFound;
    case 'list':
      return refuse(request, settings, authentication) ?? { body: listDocument(settings), delayMs: settings.delayMs };
    case 'one':
      return refuse(request, settings, authentication) ?? oneAnswer(target.id, settings);
  }
}

async function tokenAnswer(
  request: IncomingMessage,
  settings: Settings,
  authentication: Authentication,
): Promise<Reply> {
  if (request.method !== 'POST') return replies.methodNotAllowed;
  const { authorization, 'content-type': contentType } = request.headers;
  return authentication.issueToken({ authorization, contentType, body: await text(request) }, settings);
}

/** Who asks, then how, then whether it is granted. */
function refuse(request: IncomingMessage, settings: Settings, authentication: Authentication): Reply | undefined {
  const refusal = authentication.refuse(request, settings);
  if (refusal) return refusal;
  if (request.method !== 'GET') return replies.methodNotAllowed;
  if (settings.authorization === 'inactive') return replies.inactiveAuthorization;
  if (settings.authorization === 'notGranted') return replies.notAuthorized;
  const { referer } = request.headers;
  return (settings.refererRequired ?? referer) === referer ? undefined : replies.refererNotAllowed;
}

function oneAnswer(id: string, settings: Settings): Reply | Document {
  if (!/^\d+$/.test(id)) return replies.unexpectedIdentifier;
  const index = sessionsOf(settings).find(id);
  return index < 0 ? replies.sessionNotFound : { body: [oneDocument(settings, index)], delayMs: 0 };
}
