import { useState } from 'react';
import { readStored, writeStored } from '../stored.ts';
import type { LedgerColumn } from './ledger-types.ts';

/** Which columns this person shows in the ledger `id`; kept on this machine. */
export function useColumns<Row>(id: string, columns: readonly LedgerColumn<Row>[]) {
  const storedAs = `columns.${id}`;
  const [hidden, setHidden] = useState<readonly string[]>(() => {
    const stored = readStored(storedAs);
    return Array.isArray(stored) ? stored.map(String) : hiddenAtFirst(columns);
  });
  const keep = (next: readonly string[]) => {
    setHidden(next);
    writeStored(storedAs, next);
  };
  return {
    shown: columns.filter((column) => column.always || column.main || !hidden.includes(column.id)),
    toggle: (columnId: string) => keep(hidden.includes(columnId) ? hidden.filter((other) => other !== columnId) : [...hidden, columnId]),
    reset: () => keep(hiddenAtFirst(columns)),
  };
}

const hiddenAtFirst = <Row>(columns: readonly LedgerColumn<Row>[]) => columns.filter((column) => column.hiddenAtFirst).map(({ id }) => id);
