/** Takes what must not be shown out of a text. */
export type Mask = (text: string) => string;

/** What is shorter would hit words that have nothing to do with it. */
const shortest = 4;

/**
 * Masks secrets, as they are and as requests carry them: a server or gateway that quotes a request must not bring them
 * into a message.
 */
export function maskOf(secrets: readonly string[]): Mask {
  const forms = secrets.filter((secret) => secret.length >= shortest).flatMap(formsOf);
  const longestFirst = [...new Set(forms)].sort((one, other) => other.length - one.length);
  return (text) => longestFirst.reduce((masked, form) => masked.replaceAll(form, '•••'), text);
}

function formsOf(secret: string): readonly string[] {
  return [
    secret,
    new URLSearchParams({ secret }).toString().slice('secret='.length),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64'),
  ];
}
