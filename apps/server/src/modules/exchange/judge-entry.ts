import type { ParsedRow } from '@duban/ledger/problem';
import type { Register } from '@duban/ledger/register';
import { registers } from '@duban/ledger/registers/all';
import type { Sheet } from '@duban/ledger/sheet';
import { CalendarYearMissing, yearOf } from '@duban/rules/calendar';
import type { ItemKind } from '@duban/rules/vocabulary';
import { adapterOf } from '../../registers/adapters.ts';
import { changeOf } from '../../registers/change-of-entry.ts';
import { creationOf, factsOf } from '../../registers/item-life.ts';
import type { LedgerContext } from '../../registers/ledger-context.ts';
import type { Cells, GivenCells } from '../../registers/ledger-entry.ts';
import type { StoredEntry } from '../../registers/read-entries.ts';
import type { EntryWrite } from '../../registers/register-adapter.ts';
import type { ItemChange } from '../item/item-change.ts';
import { orderedId } from '../item/ordered-id.ts';
import { type ShownChange, showChange } from './cell-text.ts';
import type { EntryGroup } from './entry-groups.ts';
import { changeProblems, futureProblems, headerOf, mainProblems, newStateProblems, stateColumnProblems } from './entry-problems.ts';
import { type MergedEntry, mergeEntry } from './merge-entry.ts';
import { fromParser, isRefused, type RowProblem, rowProblem } from './row-problem.ts';

export const verdicts = ['CREATE', 'UPDATE', 'UNCHANGED', 'REFUSE'] as const;
export type Verdict = (typeof verdicts)[number];

/** What the dry run says of one row; no personal text in it. */
export interface RowJudgement {
  /** Name of the sheet. */
  sheet: string;
  row: number;
  verdict: Verdict;
  itemNumber: string | null;
  title: string | null;
  problems: RowProblem[];
  changes: ShownChange[];
}

/** What is to be written for one item. */
export interface PreparedWrite<K extends ItemKind> {
  change: ItemChange;
  detail: EntryWrite<K>;
  /** Rows of the file that it comes from. */
  rows: RowJudgement[];
}

/** What the database knows of a group's number. */
export interface Known<K extends ItemKind> {
  existing: StoredEntry<K> | null;
  /** The number is another register's. */
  isElsewhere: boolean;
}

export interface JudgeOptions<K extends ItemKind> {
  kind: K;
  context: LedgerContext;
  /** Units whose items the importer may touch; null = all. */
  leadUnitIds: ReadonlySet<string> | null;
  demo: boolean;
  /** Gives the next number of a year to a new row without one. */
  nextNumber(year: number): string;
}

export interface GroupJudgement<K extends ItemKind> {
  rows: RowJudgement[];
  /** null: refused, or nothing to change. */
  prepared: PreparedWrite<K> | null;
}

/** Judges what a file says of one item against what is known of it. Pure but for new ids. */
export function judgeGroup<K extends ItemKind>(group: EntryGroup, known: Known<K>, options: JudgeOptions<K>): GroupJudgement<K> {
  const register: Register = registers[options.kind];
  const { context } = options;
  const mainSheet = register.sheets.main;
  const existing = isOutside(known.existing, options) ? null : known.existing;
  const rows = new Map<ParsedRow, RowJudgement>();
  const judge = (sheet: Sheet, row: ParsedRow, problems: RowProblem[]) =>
    rows.set(
      row,
      newJudgement(sheet, row, group, existing, [...problems, ...futureProblems(options.kind, sheet, row.values as GivenCells, context)]),
    );
  if (group.main) {
    const warnings = adapterOf(options.kind).warnings?.(group.main.values as GivenCells) ?? [];
    judge(mainSheet, group.main, [...parserProblems(group.main, mainSheet), ...accessProblems(group, known, options), ...warnings]);
  }
  for (const [key, children] of group.children) {
    const orphaned = group.main === null && existing === null && group.number !== null;
    const missing = orphaned ? [rowProblem('NO_SUCH_ITEM', { number: group.number! }, headerOf(register.sheets[key]!, 'number'))] : [];
    for (const child of children) judge(register.sheets[key]!, child, [...child.problems.map(fromParser), ...missing]);
  }

  const isSound = (row: ParsedRow) => !isRefused(rows.get(row)!.problems);
  const mainSound = group.main ? isSound(group.main) : existing !== null;
  const prepared = mainSound ? prepare(group, existing, rows, isSound, options) : null;
  const judged = [...rows.values()];
  for (const judgement of judged) if (isRefused(judgement.problems)) judgement.verdict = 'REFUSE';
  return { rows: judged, prepared: judged.some(({ verdict }) => verdict === 'REFUSE') ? null : prepared };
}

/** A row that is not to be written whatever it says. */
export function passOver<K extends ItemKind>(group: EntryGroup, problem: RowProblem, kind: K): GroupJudgement<K> {
  const judgement = newJudgement<K>(registers[kind].sheets.main, group.main!, group, null, [problem]);
  return { rows: [{ ...judgement, verdict: isRefused([problem]) ? 'REFUSE' : 'UNCHANGED' }], prepared: null };
}

function prepare<K extends ItemKind>(
  group: EntryGroup,
  existing: StoredEntry<K> | null,
  rows: ReadonlyMap<ParsedRow, RowJudgement>,
  isSound: (row: ParsedRow) => boolean,
  options: JudgeOptions<K>,
): PreparedWrite<K> | null {
  const { kind, context } = options;
  const register: Register = registers[kind];
  const given = group.main && givenTo(existing, group.main, register.sheets.main);
  const soundChildren = new Map([...group.children].map(([key, children]) => [key, children.filter(isSound)]));
  const merged = mergeEntry(kind, register, existing?.entry ?? null, given, soundChildren, context);
  const main = group.main ? rows.get(group.main)! : null;
  for (const { row, sheet, changes } of merged.children) {
    const child = rows.get(row)!;
    child.verdict = changes === null ? 'CREATE' : changes.length > 0 ? 'UPDATE' : 'UNCHANGED';
    child.changes = existing && changes ? changes.map((change) => showChange(change, context.lookup)) : [];
    child.sheet = sheet.name;
  }
  const first = main ?? rows.values().next().value!;
  const isChanged = merged.changes.length > 0 || merged.children.some(({ changes }) => changes === null || changes.length > 0);
  if (existing) {
    if (main) main.verdict = merged.changes.length > 0 ? 'UPDATE' : 'UNCHANGED';
    if (main) main.changes = merged.changes.map((change) => showChange(change, context.lookup));
    first.problems.push(...problemsOfUpdate(register, existing, given, merged, isChanged, context));
    if (!isChanged) return null;
  } else first.problems.push(...newStateProblems(register, merged.entry, context));
  first.problems.push(...mainProblems(kind, register, merged.entry, context));
  if (isRefused(first.problems)) return null;
  try {
    return write(existing, merged, group, [...rows.values()], options);
  } catch (error) {
    if (!(error instanceof CalendarYearMissing)) throw error;
    first.problems.push(rowProblem('CALENDAR_MISSING', { year: error.year }, main ? headerOf(register.sheets.main, 'dueOn') : null));
    return null;
  }
}

/** A stale row is told so, and nothing else: what else differs may be only what others changed since. */
function problemsOfUpdate<K extends ItemKind>(
  register: Register,
  existing: StoredEntry<K>,
  given: GivenCells | null,
  merged: MergedEntry<K>,
  isChanged: boolean,
  context: LedgerContext,
): RowProblem[] {
  const sheet = register.sheets.main;
  const ofState = given ? stateColumnProblems(sheet, existing.entry.main as unknown as Cells, given) : [];
  if (!isChanged && ofState.length === 0) return [];
  const expected = given?.version;
  if (typeof expected === 'number' && expected !== existing.version) {
    return [rowProblem('STALE', { expected, version: existing.version }, headerOf(sheet, 'version'))];
  }
  return [...ofState, ...(isChanged ? changeProblems(register, existing, merged.changes, context) : [])];
}

function write<K extends ItemKind>(
  existing: StoredEntry<K> | null,
  { entry, changes, children }: MergedEntry<K>,
  group: EntryGroup,
  rows: RowJudgement[],
  { kind, context, demo, nextNumber }: JudgeOptions<K>,
): PreparedWrite<K> {
  const ledger = registers[kind].title;
  if (!existing) {
    const id = orderedId();
    const number = group.number ?? nextNumber(yearOf(factsOf(kind, entry).foundOn));
    const change = creationOf(kind, entry, context, { id, number, demo, payload: { ledger } });
    for (const row of rows) row.itemNumber = number;
    return { change, detail: { itemId: id, round: 1, before: null, after: entry, stored: null }, rows };
  }
  const shown = [
    ...changes.map((change) => showChange(change, context.lookup)),
    ...children.flatMap(({ sheet, row, changes: ofChild }): object[] =>
      ofChild === null
        ? [{ sheet: sheet.name, row: row.row, isNew: true }]
        : ofChild.map((change) => ({ sheet: sheet.name, ...showChange(change, context.lookup) })),
    ),
  ];
  const change = changeOf(kind, existing, entry, context, { ledger, changes: shown });
  const detail = { itemId: existing.itemId, round: existing.round, before: existing.entry, after: entry, stored: existing.stored };
  return { change, detail, rows };
}

function newJudgement<K extends ItemKind>(
  sheet: Sheet,
  row: ParsedRow,
  group: EntryGroup,
  existing: StoredEntry<K> | null,
  problems: RowProblem[],
): RowJudgement {
  const { title } = row.values as { title?: string };
  return {
    sheet: sheet.name,
    row: row.row,
    verdict: 'CREATE',
    itemNumber: group.number,
    title: title ?? existing?.entry.main.title ?? null,
    problems,
    changes: [],
  };
}

/** What a row says of its item. A state that was given for all rows is of new items only. */
function givenTo<K extends ItemKind>(existing: StoredEntry<K> | null, { values, constants = [] }: ParsedRow, sheet: Sheet): GivenCells {
  if (!existing || constants.length === 0) return values as GivenCells;
  const ofNew = new Set(sheet.columns.filter(({ key, onCreateOnly }) => onCreateOnly && constants.includes(key)).map(({ key }) => key));
  return Object.fromEntries(Object.entries(values as GivenCells).filter(([key]) => !ofNew.has(key)));
}

/** A new row may leave its number to the system. */
function parserProblems(row: ParsedRow, sheet: Sheet): RowProblem[] {
  const { number } = row.values as { number?: string | null };
  return row.problems.map((problem) => {
    const isNumberMissing = number === null && problem.code === 'REQUIRED' && problem.key === 'number';
    return isNumberMissing ? rowProblem('TO_BE_NUMBERED', {}, headerOf(sheet, 'number')) : fromParser(problem);
  });
}

/** Deny looks like absent: an item of another unit is a number that is taken, no more (reliability, Who may). */
function accessProblems<K extends ItemKind>(group: EntryGroup, known: Known<K>, options: JudgeOptions<K>): RowProblem[] {
  const sheet = registers[options.kind].sheets.main;
  const number = group.number ?? '';
  if (isOutside(known.existing, options) || (known.isElsewhere && options.leadUnitIds)) {
    return [rowProblem('NUMBER_TAKEN', { number }, headerOf(sheet, 'number'))];
  }
  if (known.isElsewhere) return [rowProblem('OTHER_REGISTER', { number }, headerOf(sheet, 'number'))];
  const { leadUnitId } = group.main!.values as { leadUnitId?: string | null };
  if (!leadUnitId || !options.leadUnitIds || options.leadUnitIds.has(leadUnitId)) return [];
  return [rowProblem('NOT_YOUR_UNIT', { unit: options.context.lookup.unitName(leadUnitId) }, headerOf(sheet, 'leadUnitId'))];
}

function isOutside<K extends ItemKind>(existing: StoredEntry<K> | null, { leadUnitIds }: JudgeOptions<K>): boolean {
  return existing !== null && leadUnitIds !== null && !leadUnitIds.has(existing.entry.main.leadUnitId);
}
