import { useApolloClient } from '@apollo/client/react';
import type { Rung } from '@duban/rules/urging';
import { useEffect, useState } from 'react';
import { UrgeFormPartDocument } from './urge-query.ts';

/** The ladder of a part: the highest rung climbed, and which stand open, or why not. */
export type PartRungs = { highest: Rung | null; states: readonly { rung: Rung; isOpen: boolean; refusal: string | null }[] };

/** Items asked for in parallel. */
const atOnce = 8;

/** Reads the ladders of all parts of the items anew; undefined until they are there. `onRead` hears them, `onFailure` why they can't be had. */
export function useRungs(
  items: readonly string[],
  onRead: (found: ReadonlyMap<string, PartRungs>) => void,
  onFailure: (error: unknown) => void,
): ReadonlyMap<string, PartRungs> | undefined {
  const client = useApolloClient();
  const [known, setKnown] = useState<ReadonlyMap<string, PartRungs>>();
  const itemIds = [...new Set(items)].join(' ');
  // What hears it may be another function each time: the items alone decide when to read.
  useEffect(() => {
    let isShown = true;
    const read = async () => {
      const found = new Map<string, PartRungs>();
      const ids = itemIds.split(' ');
      for (let from = 0; from < ids.length; from += atOnce) {
        const readOne = (itemId: string) =>
          client.query({ query: UrgeFormPartDocument, variables: { itemId }, fetchPolicy: 'network-only' });
        for (const { data } of await Promise.all(ids.slice(from, from + atOnce).map(readOne)))
          for (const part of data?.item?.parts ?? []) found.set(part.id, { highest: part.highestRung, states: part.openRungs });
      }
      if (!isShown) return;
      setKnown(found);
      onRead(found);
    };
    read().catch((error: unknown) => {
      if (isShown) onFailure(error);
    });
    return () => {
      isShown = false;
    };
  }, [client, itemIds]);
  return known;
}
