import type { TypedDocumentString } from '../gql/graphql.ts';

/** How long a page waits before it says that the server doesn't answer, in milliseconds. */
const patience = 30_000;

/**
 * Why there is no answer, and so what may be said about it:
 * `NOT_SENT` nothing left this device; `REFUSED` the server took nothing, and says why; `BUSY` too many requests;
 * `UNSURE` nobody knows whether the server took it: the network broke, it took too long, or the server failed.
 */
export type FailureKind = 'NOT_SENT' | 'REFUSED' | 'BUSY' | 'UNSURE';

export class Failed extends Error {
  override readonly name = 'Failed';
  readonly kind: FailureKind;
  /** Only with BUSY, where the server tells. */
  readonly retryAfterSeconds: number | undefined;

  constructor(kind: FailureKind, message = '', retryAfterSeconds?: number) {
    super(message);
    this.kind = kind;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

interface Answered<Result> {
  data?: Result | null;
  /** Sentence of a refusal by HTTP. */
  message?: string;
  errors?: readonly { message: string }[];
}

/** Sends one operation. Rejects with Failed, never with anything else. */
export async function ask<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables): Promise<Result> {
  if (navigator.onLine === false) throw new Failed('NOT_SENT');
  const { response, answered } = await post<Result>(JSON.stringify({ query: document.toString(), variables }));
  if (answered?.data && response.ok) return answered.data;
  throw failureOf(response, answered?.message ?? answered?.errors?.[0]?.message);
}

async function post<Result>(body: string) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), patience);
  try {
    const response = await fetch('/public/graphql', {
      method: 'POST',
      // Nobody signs in here, and the tool's own session has no place in a complaint.
      credentials: 'omit',
      headers: { 'content-type': 'application/json', 'x-duban': '1' },
      body,
      signal: controller.signal,
    });
    const answered: Answered<Result> | null = await response.json().catch(() => null);
    return { response, answered };
  } catch {
    throw new Failed('UNSURE');
  } finally {
    clearTimeout(timer);
  }
}

function failureOf(response: Response, message = ''): Failed {
  if (response.status === 429) return new Failed('BUSY', message, Number(response.headers.get('retry-after')) || undefined);
  if (response.status >= 400 && response.status < 500) return new Failed('REFUSED', message);
  return new Failed('UNSURE', message);
}
