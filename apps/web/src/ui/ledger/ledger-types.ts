import type { ReactNode } from 'react';

/** One column of a ledger. */
export type LedgerColumn<Row> = {
  id: string;
  title: string;
  render: (row: Row) => ReactNode;
  /** The field to sort by on the server; without it the column can't be sorted. */
  sortBy?: string;
  width?: number;
  /** Stays in view when the table scrolls sideways. Only the first columns. */
  sticky?: boolean;
  /** Figures: to the right, tabular. Codes: monospaced. */
  look?: 'figure' | 'code';
  /** The column whose text is the link to the item; exactly one. Wraps to two lines. */
  main?: boolean;
  /** Not shown until chosen. */
  hiddenAtFirst?: boolean;
  /** Can't be hidden (light, number, title). */
  always?: boolean;
};

/** A page of a keyset list, as relay gives it. */
export type LedgerPageInfo = {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
};

/** Changes to the URL that a ledger asks for: sort (`dueOn` or `-dueOn`), after, before, size. */
export type LedgerPatch = Partial<Record<'sort' | 'after' | 'before', string | undefined> & { size: number | undefined }>;

/** Chosen rows and what can be done with them. */
export type LedgerSelection = { keys: readonly string[]; onChange: (keys: string[]) => void; actions: ReactNode };

export const pageSizes = [20, 50, 100] as const;
