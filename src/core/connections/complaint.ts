import * as v from 'valibot';

/** What can be wrong with one value of a connection. */
export type Problem =
  | 'missing'
  | 'empty'
  | 'notText'
  | 'notTrueOrFalse'
  | 'notObject'
  | 'notOneOf'
  | 'notUrl'
  | 'otherScheme'
  | 'holdsUser'
  | 'holdsQuery'
  | 'notAscii'
  | 'notTimeZone'
  | 'taken'
  | 'notList';

/** One value that is wrong, named by its key; never the value itself, which may hold anything. */
export interface Complaint {
  /** Its path within the connection, such as `auth.kind`; `connection` for the connection as a whole. */
  readonly key: string;
  readonly problem: Problem;
  /** The words it may be, where they are few. */
  readonly allowed: readonly string[];
}

/** The words of the keys that know but a few. */
export const flavours = ['v4', 'v3', 'legacy', 'detect'] as const;
export const clientAuthentications = ['body', 'basic'] as const;
const allowedWords: Readonly<Record<string, readonly string[]>> = {
  flavour: flavours,
  'auth.kind': ['oauth2', 'oauth1'],
  'auth.clientAuthentication': clientAuthentications,
};

/** In English, for the log and for other extensions; the words for people are the host's. */
const texts: Readonly<Record<Problem, string>> = {
  missing: 'must be given',
  empty: 'must not be empty',
  notText: 'must be a string',
  notTrueOrFalse: 'must be true or false',
  notObject: 'must be an object',
  notOneOf: 'must be one of',
  notUrl: 'must be a URL such as https://pam.example.com',
  otherScheme: 'must begin with https:// or http://',
  holdsUser: 'must hold no user or password',
  holdsQuery: 'must end before any ? or #',
  notAscii: 'must hold plain ASCII characters only',
  notTimeZone: 'must be an IANA time zone such as America/Sao_Paulo',
  taken: 'is used by an entry before it',
  notList: 'must be a list',
};

export function complaint(key: string, problem: Problem): Complaint {
  return { key, problem, allowed: allowedWords[key] ?? [] };
}

/** What a schema complains of; its checks have a `Problem` for their message. */
export function complaintOf(issue: v.BaseIssue<unknown>): Complaint {
  const key = v.getDotPath(issue) ?? 'connection';
  return complaint(key, issue.kind === 'validation' ? (issue.message as Problem) : problemOf(key, issue));
}

/** Valibot's own messages quote what was received: only our words are safe to show. */
export function complaintText({ key, problem, allowed }: Complaint): string {
  const words = allowed.length === 0 ? '' : `${problem === 'missing' ? ':' : ''} ${allowed.join(', ')}`;
  return `${key}: ${texts[problem]}${words}`;
}

function problemOf(key: string, { received, expected }: v.BaseIssue<unknown>): Problem {
  if (received === 'undefined') {
    return 'missing';
  }
  if (key in allowedWords) {
    return 'notOneOf';
  }
  return expected === 'string' ? 'notText' : expected === 'boolean' ? 'notTrueOrFalse' : 'notObject';
}
