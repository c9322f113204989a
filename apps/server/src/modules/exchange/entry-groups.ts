import type { ParsedRow } from '@duban/ledger/problem';

/** What a file says of one item: its row of the main sheet, when there is one, and its rows of the others. */
export interface EntryGroup {
  /** null: a new row that is to be numbered. */
  number: string | null;
  main: ParsedRow | null;
  /** By sheet key. */
  children: ReadonlyMap<string, ParsedRow[]>;
}

const noChildren: ReadonlyMap<string, ParsedRow[]> = new Map();

/** Rows by item, in the order in which the file first names them. Rows that repeat a number stand alone: they are refused anyway. */
export function groupRows(sheets: Readonly<Record<string, ParsedRow[]>>): EntryGroup[] {
  const groups: EntryGroup[] = [];
  const byNumber = new Map<string, EntryGroup & { children: Map<string, ParsedRow[]> }>();
  const groupOf = (number: string, main: ParsedRow | null) => {
    const group = { number, main, children: new Map<string, ParsedRow[]>() };
    byNumber.set(number, group);
    groups.push(group);
    return group;
  };
  for (const row of sheets.main ?? []) {
    const number = numberOf(row);
    if (number === null || byNumber.has(number)) groups.push({ number, main: row, children: noChildren });
    else groupOf(number, row);
  }
  for (const [key, rows] of Object.entries(sheets)) {
    if (key === 'main') continue;
    for (const row of rows) {
      const number = numberOf(row);
      if (number === null) {
        groups.push({ number, main: null, children: new Map([[key, [row]]]) });
        continue;
      }
      const { children } = byNumber.get(number) ?? groupOf(number, null);
      children.set(key, [...(children.get(key) ?? []), row]);
    }
  }
  return groups;
}

function numberOf(row: ParsedRow): string | null {
  const { number } = row.values as { number?: string | null };
  return number ?? null;
}
