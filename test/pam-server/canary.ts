/**
 * A word in every secret that the stand-in knows or gives out, and nowhere else. It needs no encoding itself, so a
 * search for it finds a secret however what stands around it was encoded.
 */
export const canary = 'canaryX7q';
