import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors';

/** What a person can be told about a failure; texts are `errors:<kind>.title` and `.next`. */
export type ErrorKind =
  | 'offline'
  | 'unavailable'
  | 'forbidden'
  | 'notFound'
  | 'unauthenticated'
  | 'passwordDue'
  | 'badInput'
  | 'tooMany'
  | 'tooLarge'
  | 'outdated'
  | 'unexpected';

/** `id` is the server's error id, the same as in its log. */
export type DescribedError = { kind: ErrorKind; id?: string };

const kindOfCode: Readonly<Record<string, ErrorKind>> = {
  UNAUTHENTICATED: 'unauthenticated',
  PASSWORD_CHANGE_REQUIRED: 'passwordDue',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'notFound',
  BAD_USER_INPUT: 'badInput',
  TOO_MANY_REQUESTS: 'tooMany',
  GRAPHQL_LIMIT: 'tooLarge',
  SERVICE_UNAVAILABLE: 'unavailable',
};

function kindOfStatus(status: number): ErrorKind {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'notFound';
  if (status === 429) return 'tooMany';
  if (status === 502 || status === 503 || status === 504) return 'unavailable';
  return 'unexpected';
}

/** A code file that is gone: the server was upgraded while the page stood open. */
const isMissingCode = (error: Error) => /dynamically imported module|module script failed|Unable to preload CSS/i.test(error.message);

/** The error id in an answer that came with an HTTP status other than 200. */
function idIn(body: string): { id?: string } {
  const id = /"id":"([0-9a-f-]{36})"|编号 ([0-9a-f-]{36})/.exec(body);
  return id ? { id: id[1] ?? id[2] ?? '' } : {};
}

/** Puts any thrown value into one of a few words that lead to a next step. */
export function describeError(error: unknown): DescribedError {
  if (CombinedGraphQLErrors.is(error)) {
    const extensions = error.errors[0]?.extensions ?? {};
    const id = typeof extensions.id === 'string' ? { id: extensions.id } : {};
    return { kind: kindOfCode[String(extensions.code)] ?? 'unexpected', ...id };
  }
  if (ServerError.is(error)) return { kind: kindOfStatus(error.statusCode), ...idIn(error.bodyText) };
  if (ServerParseError.is(error)) return { kind: kindOfStatus(error.statusCode) };
  if (error instanceof Error && isMissingCode(error)) return { kind: 'outdated' };
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) return { kind: 'offline' };
  return { kind: 'unexpected' };
}
