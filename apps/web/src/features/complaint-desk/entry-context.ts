import { createContext, useContext } from 'react';
import type { EntryProblems, EntryValues } from './entry-values.ts';

type Entry = {
  /** Prefix of the fields' ids. */
  id: string;
  values: EntryValues;
  set: (changed: Partial<EntryValues>) => void;
  problems: EntryProblems;
};

export const EntryContext = createContext<Entry | null>(null);

/** The entry that the fields belong to. */
export function useEntry(): Entry {
  const entry = useContext(EntryContext);
  if (!entry) throw new Error('useEntry is for fields inside the entry form');
  return entry;
}
