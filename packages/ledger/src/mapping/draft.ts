import { searchedRows } from '../heading-grid.ts';
import { isNeedless } from '../heading-matcher.ts';
import type { CellContext } from '../read-cell.ts';
import type { Workbook } from '../register.ts';
import type { Sheet } from '../sheet.ts';
import { sheetNamed } from '../sheet-name.ts';
import { fingerprintOf, headerKeys, type RememberedTab } from './fingerprint.ts';
import { guessColumns } from './guess-columns.ts';
import type { TabMapping } from './mapping.ts';
import type { TabPreview, WorkbookPreview } from './preview.ts';
import { guessPlace, type HeaderPlace, headersAt, isPlaceWithin, namedColumns, type TabHeader, wordsAt } from './tab-headers.ts';

/** How a tab may be read, and where that comes from. */
export interface DraftTab extends TabMapping {
  source: 'REMEMBERED' | 'GUESSED';
  /** Every heading with something under it is ours by name or synonym. */
  isCertain: boolean;
}

/** What a person chose of a tab before its columns: which sheet it is, where its headings stand. */
export interface TabLayout extends HeaderPlace {
  tab: string;
  sheet: string | null;
}

/** Fingerprints under which the tabs of a file may be remembered, wherever their headings stand. */
export function fingerprintsIn({ tabs }: WorkbookPreview): string[] {
  return [...new Set(tabs.flatMap((tab) => places(tab).flatMap((place) => fingerprintOf(wordsAt(tab, place)) ?? [])))];
}

/** How a file may be read: as remembered where its headings are known, else as they look. `layouts` overrides what is guessed of a tab. */
export function draftMapping(
  { tabs }: WorkbookPreview,
  register: Workbook,
  context: CellContext,
  { remembered = new Map(), layouts = [] }: { remembered?: ReadonlyMap<string, RememberedTab>; layouts?: readonly TabLayout[] } = {},
): DraftTab[] {
  const sheets = chooseSheets(tabs, register, remembered);
  return tabs.map((tab) => {
    const layout = layouts.find((each) => each.tab === tab.name);
    const known = layout ? rememberedAt(tab, layout, remembered) : rememberedIn(tab, remembered);
    if (known && (!layout || layout.sheet === known.found.sheet)) {
      const columns = columnsOf(known.found, headersAt(tab, known.place), register.sheets[known.found.sheet]);
      return { tab: tab.name, sheet: known.found.sheet, ...known.place, ...columns, source: 'REMEMBERED', isCertain: true };
    }
    const key = layout ? layout.sheet : (sheets.get(tab.name) ?? null);
    return draftTab(tab, key === null ? null : (register.sheets[key] ?? null), layout, context);
  });
}

function draftTab(tab: TabPreview, sheet: Sheet | null, given: HeaderPlace | undefined, context: CellContext): DraftTab {
  const place = given && isPlaceWithin(tab, given) ? { headerRow: given.headerRow, headerRows: given.headerRows } : guessPlace(tab, sheet);
  const headers = headersAt(tab, place);
  const guesses = sheet ? guessColumns(headers, sheet, context) : new Map();
  return {
    tab: tab.name,
    sheet: sheet?.key ?? null,
    ...place,
    columns: [...guesses].map(([at, { column }]) => ({ at, column: column.key })).sort((a, b) => a.at - b.at),
    constants: [],
    source: 'GUESSED',
    isCertain: headers
      .filter(({ header, filled }) => header !== '' && filled > 0 && !isNeedless(header))
      .every(({ at }) => guesses.get(at)?.kind === 'EXACT'),
  };
}

/** Which sheet each tab is: as remembered, by its name, else the main one is whichever names most of its columns. */
function chooseSheets(
  tabs: readonly TabPreview[],
  register: Workbook,
  remembered: ReadonlyMap<string, RememberedTab>,
): ReadonlyMap<string, string> {
  const chosen = new Map<string, string>();
  const taken = new Set<string>();
  const take = (tab: TabPreview, key: string | undefined) => {
    if (key === undefined || taken.has(key) || chosen.has(tab.name)) return;
    chosen.set(tab.name, key);
    taken.add(key);
  };
  for (const tab of tabs) take(tab, rememberedIn(tab, remembered)?.found.sheet);
  for (const tab of tabs) take(tab, sheetNamed(tab.name, register)?.key);
  const { main } = register.sheets;
  const others = tabs.filter(({ name }) => !chosen.has(name)).map((tab) => ({ tab, named: namedColumns(tab, main) }));
  others.sort((a, b) => b.named - a.named || b.tab.filledRows - a.tab.filledRows);
  const [first] = others;
  // Beside tabs that are known, a tab is the main one only if it looks like it.
  if (first && (chosen.size === 0 || first.named >= 3)) take(first.tab, main.key);
  return chosen;
}

function rememberedIn(tab: TabPreview, remembered: ReadonlyMap<string, RememberedTab>) {
  if (remembered.size === 0) return null;
  for (const place of places(tab)) {
    const known = rememberedAt(tab, place, remembered);
    if (known) return known;
  }
  return null;
}

function rememberedAt(tab: TabPreview, { headerRow, headerRows }: HeaderPlace, remembered: ReadonlyMap<string, RememberedTab>) {
  const place = { headerRow, headerRows };
  const fingerprint = isPlaceWithin(tab, place) ? fingerprintOf(wordsAt(tab, place)) : null;
  const found = fingerprint === null ? undefined : remembered.get(fingerprint);
  return found ? { place, found } : null;
}

/** Places in which the headings of a tab may stand, one row of them first. */
function places(tab: TabPreview): HeaderPlace[] {
  const all = tab.top.slice(0, searchedRows).flatMap((_, at) => [1, 2, 3].map((headerRows) => ({ headerRow: at + 1, headerRows })));
  return all.filter((place) => isPlaceWithin(tab, place)).sort((a, b) => a.headerRows - b.headerRows || a.headerRow - b.headerRow);
}

/** A remembered mapping laid on the columns of this file; what the sheet no longer has is left out. */
function columnsOf(
  { columns, constants }: RememberedTab,
  headers: readonly TabHeader[],
  sheet: Sheet | undefined,
): Pick<TabMapping, 'columns' | 'constants'> {
  const keys = new Set(sheet?.columns.map(({ key }) => key));
  const names = headerKeys(headers);
  return {
    columns: headers.flatMap(({ at }, index) => {
      const column = columns[names[index]!];
      return column !== undefined && keys.has(column) ? [{ at, column }] : [];
    }),
    constants: constants.filter(({ column }) => keys.has(column)),
  };
}

/** What is to be remembered of a tab that was mapped; null where its headings are too few to tell it by. */
export function toRemember(tab: TabPreview, mapping: TabMapping): { fingerprint: string; tab: RememberedTab } | null {
  if (mapping.sheet === null) return null;
  const headers = headersAt(tab, mapping);
  const fingerprint = fingerprintOf(wordsAt(tab, mapping));
  if (fingerprint === null) return null;
  const names = headerKeys(headers);
  const columns = mapping.columns.flatMap(({ at, column }) => {
    const index = headers.findIndex((header) => header.at === at);
    return index < 0 ? [] : [[names[index]!, column] as const];
  });
  return { fingerprint, tab: { sheet: mapping.sheet, columns: Object.fromEntries(columns), constants: [...mapping.constants] } };
}
