import { ApolloLink, Observable } from '@apollo/client';
import { print } from 'graphql';
import { describeError } from './error/describe-error.ts';

/** An answer as the device keeps it; of use only to the very question it answered. */
type Kept = { question: string; data: Record<string, unknown> };

const prefix = 'duban.kept.';
/** A network that answers no sooner is as good as none. */
const patienceMs = 6000;

/** Context of a query whose last answer the device keeps under `name`, to be answered from when there is no network. */
export const keptAs = (name: string) => ({ keptAs: name });

/** Forgets every kept answer: whoever is here next is told nothing of them. */
export function forgetAnswers(): void {
  try {
    for (const name of Object.keys(window.localStorage)) if (name.startsWith(prefix)) window.localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

/** Answers queries with `keptAs` from the device when the network doesn't; all else passes. What the server refuses stays refused. */
export const keptAnswers = new ApolloLink((operation, forward) => {
  const { keptAs: name } = operation.getContext();
  if (typeof name !== 'string') return forward(operation);
  const question = print(operation.query);
  return new Observable((observer) => {
    const kept = read(name, question);
    const answer = () => {
      observer.next({ data: kept });
      observer.complete();
    };
    const timer = kept && window.setTimeout(answer, patienceMs);
    const subscription = forward(operation).subscribe({
      next: (result) => {
        if (result.data && !result.errors) write(name, { question, data: result.data });
        observer.next(result);
      },
      error: (error) => {
        if (kept && describeError(error).kind === 'offline') answer();
        else observer.error(error);
      },
      complete: () => observer.complete(),
    });
    return () => {
      window.clearTimeout(timer);
      subscription.unsubscribe();
    };
  });
});

function read(name: string, question: string): Kept['data'] | undefined {
  try {
    const kept = JSON.parse(window.localStorage.getItem(prefix + name) ?? 'null') as Kept | null;
    return kept?.question === question ? kept.data : undefined;
  } catch {
    return undefined;
  }
}

function write(name: string, kept: Kept): void {
  try {
    window.localStorage.setItem(prefix + name, JSON.stringify(kept));
  } catch {
    // Without room nothing is kept: the page needs its network then.
  }
}
