import { useEffect, useMemo, useState } from 'preact/hooks';
import { createStore } from '../app/store.ts';
import type { TypedDocumentString } from '../gql/graphql.ts';
import { ask } from './ask.ts';

export type Read<Result> = { state: 'READING' } | { state: 'FAILED'; again: () => void } | { state: 'READ'; data: Result };

/** What was read lately, so that going back shows it at once. */
const kept = new Map<string, { at: number; data: unknown }>();
/** A tab of a phone stays open for weeks: what is older than this is read anew, in milliseconds. */
const keptFor = 10 * 60_000;

function dropIfOld(id: string): void {
  const entry = kept.get(id);
  if (entry && Date.now() - entry.at > keptFor) kept.delete(id);
}

/** Counts how often something was forgotten: a page that shows it reads it again. */
const forgotten = createStore(0);

const underWay = new Map<string, Promise<void>>();

/** Asks once, however many parts of the page want it. */
function read<Result, Variables>(id: string, document: TypedDocumentString<Result, Variables>, variables: Variables): Promise<void> {
  const asked =
    underWay.get(id) ??
    ask(document, variables)
      .then((data) => void kept.set(id, { at: Date.now(), data }))
      .then(
        () => void underWay.delete(id),
        (error) => {
          underWay.delete(id);
          throw error;
        },
      );
  underWay.set(id, asked);
  return asked;
}

/** Reads a query when a page is entered, unless it was read in the last ten minutes. */
export function useQuery<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables): Read<Result> {
  const id = `${document}${JSON.stringify(variables)}`;
  const [failed, setFailed] = useState(false);
  const [, showData] = useState(0);
  const timesForgotten = forgotten.use();
  useMemo(() => dropIfOld(id), [id]);
  const data = kept.get(id)?.data as Result | undefined;

  useEffect(() => {
    if (data !== undefined || failed) return;
    let isHere = true;
    read(id, document, variables).then(
      () => isHere && showData((count) => count + 1),
      () => isHere && setFailed(true),
    );
    return () => {
      isHere = false;
    };
  }, [id, failed, timesForgotten]);

  if (data !== undefined) return { state: 'READ', data };
  return failed ? { state: 'FAILED', again: () => setFailed(false) } : { state: 'READING' };
}

/** Forgets all that was read. */
export function forgetAll(): void {
  kept.clear();
  forgotten.set(forgotten.get() + 1);
}

/** Forgets one query without variables: who needs it asks the server. */
export function forget(document: TypedDocumentString<unknown, { [key: string]: never }>): void {
  kept.delete(`${document}{}`);
  forgotten.set(forgotten.get() + 1);
}
