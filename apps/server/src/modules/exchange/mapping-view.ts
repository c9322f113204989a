import type { Column } from '@duban/ledger/column';
import { neededColumns } from '@duban/ledger/mapping/check-mapping';
import { constantOptions, mayBeConstant } from '@duban/ledger/mapping/constants';
import { draftMapping, type TabLayout } from '@duban/ledger/mapping/draft';
import { type Guess, guessColumns, personalPlaces } from '@duban/ledger/mapping/guess-columns';
import type { TabMapping } from '@duban/ledger/mapping/mapping';
import { rowsBelow, type TabPreview, type WorkbookPreview } from '@duban/ledger/mapping/preview';
import { headersAt, type TabHeader } from '@duban/ledger/mapping/tab-headers';
import type { CellContext } from '@duban/ledger/read-cell';
import { type Register, sheetsOf } from '@duban/ledger/register';
import type { Sheet } from '@duban/ledger/sheet';
import { isName } from '../../registers/raiser-words.ts';
import type { Viewer } from '../session/viewer.ts';
import { canSeeSamples } from './exchange.policy.ts';
import { maskCell, maskNumbers } from './mask.ts';
import type { Remembered } from './remembered-mappings.ts';
import type { RunMapping } from './run-mapping.ts';

/** A column of a sheet of ours, as a person chooses it. */
export interface ColumnChoice {
  column: Column;
  isNeeded: boolean;
  mayBeConstant: boolean;
  options: string[];
}

export interface SheetChoice {
  sheet: Sheet;
  columns: ColumnChoice[];
}

/** A column of the file, what stands in it, and what it feeds. */
export interface HeaderView extends Pick<TabHeader, 'at' | 'letter' | 'header' | 'filled' | 'samples'> {
  /** The samples are hidden: they name a person. */
  isMasked: boolean;
  column: string | null;
  guess: string | null;
  /** The guess is its very name. */
  isCertain: boolean;
}

export interface TabView extends TabMapping {
  source: 'GUESSED' | 'REMEMBERED' | 'SET';
  rows: number;
  /** Last row in which headings may begin. */
  lastHeaderRow: number;
  headers: HeaderView[];
}

export interface MappingView {
  version: number;
  source: TabView['source'];
  setBy: string | null;
  setAt: Date | null;
  sheets: SheetChoice[];
  tabs: TabView[];
}

interface Seen {
  preview: WorkbookPreview;
  register: Register;
  context: CellContext;
  viewer: Viewer;
  remembered: ReadonlyMap<string, Remembered>;
  /** null: nothing was said of this file yet. */
  mapping: RunMapping | null;
  version: number;
  /** Where the person looks for headings now, instead of where they were found. */
  layouts: readonly TabLayout[];
}

/** The columns of a file as a person sees them: what each feeds now, or most likely. */
export function viewMapping({ preview, register, context, viewer, remembered, mapping, version, layouts }: Seen): MappingView {
  const found = draftMapping(preview, register, context, { remembered });
  const draft = layouts.length > 0 ? draftMapping(preview, register, context, { remembered, layouts }) : found;
  const tabs = preview.tabs.map((tab, index): TabView => {
    const set = mapping?.tabs.find((each) => each.tab === tab.name);
    const usual = set && mapping ? { ...set, source: mapping.source } : found[index]!;
    const how = layouts.some((layout) => layout.tab === tab.name) ? draft[index]! : usual;
    return { ...viewTab(tab, how, usual, register, { context, viewer }), source: how.source };
  });
  const first = [...remembered.values()].sort((a, b) => b.setAt.getTime() - a.setAt.getTime())[0];
  const isRemembered = !mapping && draft.some(({ source }) => source === 'REMEMBERED');
  return {
    version,
    source: mapping?.source ?? (isRemembered ? 'REMEMBERED' : 'GUESSED'),
    setBy: mapping?.by ?? (isRemembered ? (first?.setBy ?? null) : null),
    setAt: mapping ? new Date(mapping.at) : isRemembered ? (first?.setAt ?? null) : null,
    sheets: sheetsOf(register).map((sheet) => ({ sheet, columns: choicesOf(sheet, context) })),
    tabs,
  };
}

function choicesOf(sheet: Sheet, { lookup }: CellContext): ColumnChoice[] {
  const needed = new Set(neededColumns(sheet).map(({ key }) => key));
  return sheet.columns.map((column) => ({
    column,
    isNeeded: needed.has(column.key),
    mayBeConstant: mayBeConstant(column),
    options: mayBeConstant(column) ? constantOptions(column, lookup) : [],
  }));
}

function viewTab(
  tab: TabPreview,
  mapping: TabMapping,
  usual: TabMapping,
  register: Register,
  { context, viewer }: { context: CellContext; viewer: Viewer },
): Omit<TabView, 'source'> {
  const sheet = mapping.sheet === null ? undefined : register.sheets[mapping.sheet];
  const headers = headersAt(tab, mapping);
  const guesses: ReadonlyMap<number, Guess> = sheet ? guessColumns(headers, sheet, context) : new Map();
  const feeds = new Map(mapping.columns.map(({ at, column }) => [at, column]));
  const personal = canSeeSamples(viewer) ? new Set<number>() : personalIn(tab, [mapping, usual], register);
  const names = namesIn(tab, personal, mapping.headerRow + mapping.headerRows - 1);
  const isMoved = mapping.headerRow !== usual.headerRow || mapping.headerRows !== usual.headerRows;
  const { tab: name, headerRow, headerRows, columns, constants } = mapping;
  return {
    tab: name,
    sheet: mapping.sheet,
    headerRow,
    headerRows,
    columns,
    constants,
    rows: rowsBelow(tab, headerRow + headerRows - 1),
    lastHeaderRow: tab.top.length,
    headers: headers.map(({ at, letter, header, filled, samples }): HeaderView => {
      const guess = guesses.get(at);
      const isMasked = personal.has(at);
      return {
        at,
        letter,
        filled,
        // A row of data may have been taken for headings.
        header: isMasked && isMoved ? maskCell(header) : header,
        column: feeds.get(at) ?? null,
        guess: guess?.column.key ?? null,
        isCertain: guess?.kind === 'EXACT',
        isMasked,
        samples: isMasked ? samples.map(maskCell) : shown(samples, viewer, names),
      };
    }),
  };
}

/** Places of the columns that name a person: by their headings, wherever these stand, or because they feed a column of ours that does. */
function personalIn(tab: TabPreview, mappings: readonly TabMapping[], { sheets }: Register): Set<number> {
  const places = new Set(personalPlaces(tab, sheets.main));
  for (const { sheet, columns } of mappings) {
    const keys = new Set((sheet === null ? [] : (sheets[sheet]?.columns ?? [])).filter(({ personal }) => personal).map(({ key }) => key));
    for (const { at, column } of columns) if (keys.has(column)) places.add(at);
  }
  return places;
}

const longestShown = 40;

/** What stands in the columns that name a person, below the headings: messages are often signed, and answers begin with the name. */
function namesIn({ top, below }: TabPreview, personal: ReadonlySet<number>, headingsEnd: number): string[] {
  const cells = [...personal].flatMap((at) => [...top.slice(headingsEnd).map((row) => row[at]), ...(below[at]?.samples ?? [])]);
  return [...new Set(cells.filter((cell): cell is string => cell !== undefined && isName(cell)))];
}

function shown(samples: readonly string[], viewer: Viewer, names: readonly string[]): string[] {
  return samples.map((sample) => {
    const text = canSeeSamples(viewer) ? sample : names.reduce((rest, name) => rest.replaceAll(name, maskCell(name)), maskNumbers(sample));
    const characters = [...text];
    return characters.length > longestShown ? `${characters.slice(0, longestShown).join('')}…` : text;
  });
}
