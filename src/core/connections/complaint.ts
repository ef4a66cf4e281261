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
  | 'notDays'
  | 'notHttps'
  | 'hostPlaceholder'
  | 'unknownPlaceholder'
  | 'dotSegment'
  | 'taken'
  | 'notList';

/** A value that is wrong, by its key. The value itself is left out, since it may hold a secret. */
export interface Complaint {
  /**
   * The path of the value within the connection, such as `auth.kind`, or `connection` for the connection as a whole.
   */
  readonly key: string;
  readonly problem: Problem;
  /** The words that are allowed, if there are only a few. */
  readonly allowed: readonly string[];
}

/** The words that are allowed for those keys which know only a few. */
export const flavours = ['v4', 'v3', 'legacy', 'detect'] as const;
export const clientAuthentications = ['body', 'basic'] as const;
const allowedWords: Readonly<Record<string, readonly string[]>> = {
  flavour: flavours,
  'auth.kind': ['oauth2', 'oauth1'],
  'auth.clientAuthentication': clientAuthentications,
};

/** The problems in English, for the log and for other extensions. The words for people are the host's. */
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
  notDays: 'must be a whole number of days such as 90',
  notHttps: 'must begin with https://',
  hostPlaceholder: 'must have its placeholders after host and port',
  unknownPlaceholder: 'must have names of fields of a session in its braces, such as {itsm}',
  dotSegment: 'must have no . and no .. as a part of its path',
  taken: 'is used by an entry before it',
  notList: 'must be a list',
};

export function complaint(key: string, problem: Problem): Complaint {
  return { key, problem, allowed: allowedWords[key] ?? [] };
}

/** The complaint for an issue that a schema found. The checks of the schema have a `Problem` as their message. */
export function complaintOf(issue: v.BaseIssue<unknown>): Complaint {
  const key = v.getDotPath(issue) ?? 'connection';
  return complaint(key, issue.kind === 'validation' ? (issue.message as Problem) : problemOf(key, issue));
}

/** A complaint as a sentence. It is made of our words alone, since the messages of Valibot quote the value. */
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
  const problems: Readonly<Record<string, Problem>> = {
    string: 'notText',
    boolean: 'notTrueOrFalse',
    number: 'notDays',
  };
  return problems[expected ?? ''] ?? 'notObject';
}
