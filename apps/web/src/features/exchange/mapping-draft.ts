import type { ImportTabInput, ImportTabLayoutInput } from '../../gql/graphql.ts';
import type { Mapping, MappingColumn, MappingSheet, MappingTab } from './mapping-query.ts';

/** What a person changed of a tab: columns by place (null: not imported), constants by column (empty: none). */
export interface TabEdits {
  columns: Readonly<Record<number, string | null>>;
  constants: Readonly<Record<string, string>>;
}

export type Edits = Readonly<Record<string, TabEdits>>;

const none: TabEdits = { columns: {}, constants: {} };

/** A tab as it stands on the screen. */
export interface DraftTab {
  tab: MappingTab;
  sheet: MappingSheet | null;
  /** What each column of the file feeds, by place. */
  columns: ReadonlyMap<number, string>;
  constants: Readonly<Record<string, string>>;
  /** Columns of ours that nothing feeds though each row needs them. */
  missing: readonly MappingColumn[];
}

/** The tabs of a mapping with a person's changes laid over what the server says. */
export function draftTabs({ tabs, sheets }: Mapping, edits: Edits): DraftTab[] {
  return tabs.map((tab) => {
    const { columns: changed, constants: typed } = edits[tab.name] ?? none;
    const sheet = sheets.find(({ key }) => key === tab.sheet) ?? null;
    const columns = new Map<number, string>();
    for (const { at, column } of tab.headers) {
      const feeds = at in changed ? changed[at] : column;
      if (sheet && feeds) columns.set(at, feeds);
    }
    const constants = { ...Object.fromEntries(tab.constants.map(({ column, value }) => [column, value])), ...typed };
    const fed = new Set(columns.values());
    return { tab, sheet, columns, constants, missing: sheet?.columns.filter(({ key, isNeeded }) => isNeeded && !fed.has(key)) ?? [] };
  });
}

/** Has a column of the file feed one of ours, which another then no longer feeds. */
export function mapColumn({ tab, columns }: DraftTab, edits: Edits, at: number, key: string | null): Edits {
  const before = edits[tab.name] ?? none;
  const freed =
    key === null ? [] : [...columns].filter(([place, column]) => column === key && place !== at).map(([place]) => [place, null]);
  return { ...edits, [tab.name]: { ...before, columns: { ...before.columns, ...Object.fromEntries(freed), [at]: key } } };
}

/** Gives one value for all rows; empty takes it away. */
export function setConstant({ tab }: DraftTab, edits: Edits, key: string, value: string): Edits {
  const before = edits[tab.name] ?? none;
  return { ...edits, [tab.name]: { ...before, constants: { ...before.constants, [key]: value } } };
}

/** Forgets the columns chosen in a tab that is looked at in another way; values for all rows stay. */
export function dropColumns(edits: Edits, tab: string): Edits {
  return { ...edits, [tab]: { columns: {}, constants: edits[tab]?.constants ?? {} } };
}

/** The layouts to ask the server for, with one tab looked at in another way. */
export function withLayout(layouts: readonly ImportTabLayoutInput[], layout: ImportTabLayoutInput): ImportTabLayoutInput[] {
  return [...layouts.filter(({ tab }) => tab !== layout.tab), layout];
}

/** What is sent. */
export function tabInputs(drafts: readonly DraftTab[]): ImportTabInput[] {
  return drafts.map(({ tab: { name, headerRow, headerRows }, sheet, columns, constants }) => ({
    tab: name,
    sheet: sheet?.key ?? null,
    headerRow,
    headerRows,
    columns: [...columns].map(([at, column]) => ({ at, column })),
    constants: sheet
      ? Object.entries(constants)
          .filter(([key, value]) => value.trim() !== '' && sheet.columns.some((column) => column.key === key))
          .map(([column, value]) => ({ column, value }))
      : [],
  }));
}
