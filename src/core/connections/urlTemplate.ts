import { placeholderText, readPlaceholder } from '../sessions/placeholder.ts';
import type { Session } from '../sessions/session.ts';
import { holdsUnseen } from '../text/unwrapped.ts';
import { hasHost } from './address.ts';
import type { Problem } from './complaint.ts';

const placeholder = /\{([^{}]*)\}/g;
/** Scheme, host with port, and path of an address. */
const shape = /^https:\/\/([^/?#]*)([^?#]*)/i;
/** A path with such a segment leads elsewhere than it says. */
const dots = /^(?:\.|%2e){1,2}$/i;

/**
 * What is wrong with a template of an address, in which `{name}` stands for a field of a session; undefined if nothing
 * is. Where it leads is the person's own word: scheme, host and port are written out.
 */
export function urlTemplateProblem(template: string): Problem | undefined {
  const [whole, host = '', path = ''] = shape.exec(template) ?? [];
  if (holdsUnseen(template) || template.includes('\\')) {
    return 'notUrl';
  }
  if (whole === undefined) {
    return 'notHttps';
  }
  if (/[{}]/.test(host)) {
    return 'hostPlaceholder';
  }
  if (host.includes('@')) {
    return 'holdsUser';
  }
  const names = Array.from(template.matchAll(placeholder), ([, name = '']) => name);
  const rest = template.replace(placeholder, 'x');
  if (names.some((name) => readPlaceholder(name) === undefined) || /[{}]/.test(rest)) {
    return 'unknownPlaceholder';
  }
  const url = URL.parse(rest);
  if (url === null || host === '' || !hasHost(rest, url)) {
    return 'notUrl';
  }
  return hasDots(path.replace(placeholder, 'x')) ? 'dotSegment' : undefined;
}

/**
 * The address for one session. `empty` where the session has nothing for a placeholder, `dotSegment` where a value would
 * lead to another path. Each value is encoded once, whatever is in it.
 */
export function filledUrl(template: string, session: Session): { readonly url: string } | 'empty' | 'dotSegment' {
  const values = Array.from(template.matchAll(placeholder), ([, name = '']) => {
    const known = readPlaceholder(name);
    return known === undefined ? '' : placeholderText(session, known, { yes: 'true', no: 'false' });
  });
  if (values.some((value) => value.trim() === '')) {
    return 'empty';
  }
  const left = values.values();
  const url = template.replace(placeholder, () => encoded(left.next().value ?? ''));
  return hasDots(shape.exec(url)?.[2] ?? '') ? 'dotSegment' : { url };
}

function hasDots(path: string): boolean {
  return path.split('/').some((segment) => dots.test(segment));
}

/** Encodes what `encodeURIComponent` leaves, too, as some systems take it for a sign of their own. */
function encoded(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
