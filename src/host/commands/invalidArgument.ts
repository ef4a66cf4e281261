/** What a command was given is nothing that it takes; the message says what it does take, never what it was. */
export class InvalidArgument extends Error {
  override readonly name = 'InvalidArgument';
}
