/** A link is not followed; the message says why. */
export class LinkRefused extends Error {
  override readonly name = 'LinkRefused';
}
