import { withHead, type ResponseHead } from '../http/responseHead.ts';
import { readDocument, type Document, type DocumentReader } from './document.ts';
import { Failure, withFacts } from '../../failure.ts';
import type { Mask } from './mask.ts';
import type { HttpRequest, Transport } from '../http/transport.ts';

export interface Asked {
  readonly request: HttpRequest;
  readonly reader: DocumentReader;
  /** The failure that an answer stands for; undefined if it succeeded. */
  readonly judge: (head: ResponseHead, document: Document) => Failure | undefined;
  readonly mask: Mask;
}

/**
 * Sends one request and reads its answer to the end. Rejects with the failure that the answer stands for, with what its
 * head says added.
 */
export async function ask(transport: Transport, { request, reader, judge, mask }: Asked): Promise<Document> {
  try {
    const answer = await transport(request);
    const document = await readDocument(answer.body, reader, mask);
    const failure = judge(answer, document);
    if (failure !== undefined) {
      throw withHead(failure, answer);
    }
    return document;
  } catch (error) {
    throw masked(error, mask);
  }
}

/** The id of a request comes from the server, which may put anything into it. */
function masked(error: unknown, mask: Mask): unknown {
  const requestId = error instanceof Failure ? error.facts.requestId : undefined;
  return requestId === undefined ? error : withFacts(error as Failure, { requestId: mask(requestId) });
}
