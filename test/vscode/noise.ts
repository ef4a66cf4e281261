/** What VS Code says about itself while a suite runs. Each pattern matches the beginning of a message. */
const patterns: readonly RegExp[] = [
  // The window finds its server and opens its two connections.
  /^Resolv(ing|ed) connection token \(/,
  /^Creating a socket \(renderer-/,
  /^\[reconnection-grace-time\] /,
  // Chat is switched off and says so.
  /^\[AgentHost:/,
  /^\[AccountPolicyGate\] /,
  /^\[ChatModelSelection\] /,
  /^\[DefaultAccount\] /,
  /^ChatSessionStore: /,
  // There is no extension gallery.
  /^(Ignoring fetching|Updating) additional builtin extensions /,
  // It finds a part of itself slow.
  /^Creation of workbench contribution '/,
  // A part of another product that this server does not serve.
  /^\[Service Worker\] registration/,
  // The page's own calls that were under way when the extension host ended; a suite's error has no doubled name.
  /^Canceled: Canceled: Canceled\n\s+at (new )?\w+ \(http:\/\/[^\n]+\/workbench\.js/,
  // File search needs a program that is not installed here.
  /^No search provider registered for scheme: /,
];

/** Whether VS Code says this about itself; `message` is the first argument of what it logs. */
export function isNoise(message: unknown): boolean {
  return typeof message === 'string' && patterns.some((pattern) => pattern.test(message));
}
