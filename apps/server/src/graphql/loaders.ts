import type { Term } from '@duban/db/generated/prisma/client';
import DataLoader from 'dataloader';
import { db } from '../database.ts';
import { type ItemStanding, standingLoader } from '../modules/item/standing.ts';

/** What one request asks for many times, fetched once. */
export interface Loaders {
  /** Dictionary entries by `dictionary/code`. */
  term: DataLoader<string, Term | null>;
  /** Standings of items as of a day. */
  standing(asOf: string): DataLoader<string, ItemStanding | null>;
}

export function createLoaders(): Loaders {
  const standings = new Map<string, DataLoader<string, ItemStanding | null>>();
  return {
    term: new DataLoader(async (keys) => {
      const terms = await db.term.findMany({ where: { dictionary: { in: [...new Set(keys.map((key) => key.split('/')[0]!))] } } });
      const byKey = new Map(terms.map((term) => [`${term.dictionary}/${term.code}`, term]));
      return keys.map((key) => byKey.get(key) ?? null);
    }),
    standing(asOf) {
      const loader = standings.get(asOf) ?? standingLoader(asOf);
      standings.set(asOf, loader);
      return loader;
    },
  };
}
