import type { Register } from '@duban/ledger/register';
import type { Sheet } from '@duban/ledger/sheet';
import { monthEnd } from '@duban/rules/calendar';
import { transitionOf } from '@duban/rules/item-states';
import type { ItemKind, ItemState } from '@duban/rules/vocabulary';
import { adapterOf } from '../../registers/adapters.ts';
import { stateOnImport } from '../../registers/item-life.ts';
import type { LedgerContext } from '../../registers/ledger-context.ts';
import { type CellChange, type Cells, type Entry, type GivenCells, isSameCell } from '../../registers/ledger-entry.ts';
import type { StoredEntry } from '../../registers/read-entries.ts';
import { cellText } from './cell-text.ts';
import { type RowProblem, rowProblem } from './row-problem.ts';

const finished: ReadonlySet<ItemState> = new Set(['CLOSED', 'CALL_BACK', 'WRITTEN_OFF']);

/** Days and months of the row that tell of what has not happened yet. */
export function futureProblems(kind: ItemKind, sheet: Sheet, given: GivenCells, { today }: LedgerContext): RowProblem[] {
  const { pastDays, pastFigures } = adapterOf(kind);
  const days = (pastDays[sheet.key] ?? []).flatMap((key) => {
    const day = given[key];
    return typeof day === 'string' && day > today ? [rowProblem('FUTURE_DAY', { day, today }, headerOf(sheet, key))] : [];
  });
  const month = given.periodOn;
  const isFuture = typeof month === 'string' && month > monthEnd(today);
  const figures = (isFuture ? (pastFigures?.[sheet.key] ?? []) : [])
    .filter((key) => given[key] !== null && given[key] !== undefined)
    .map((key) => rowProblem('FUTURE_DAY', { day: String(month).slice(0, 7), today }, headerOf(sheet, key)));
  return [...days, ...figures];
}

/** What is wrong with the main row as it would stand, new or not. */
export function mainProblems<K extends ItemKind>(kind: K, register: Register, { main }: Entry<K>, context: LedgerContext): RowProblem[] {
  const sheet = register.sheets.main;
  const problems = adapterOf(kind).problems?.(main) ?? [];
  if (main.clauseNumber !== null && !context.clauseNumbers.has(main.clauseNumber)) {
    problems.push(rowProblem('UNKNOWN_CLAUSE', { value: main.clauseNumber }, headerOf(sheet, 'clauseNumber')));
  }
  if (main.assistUnitIds?.includes(main.leadUnitId)) {
    const unit = context.lookup.unitName(main.leadUnitId);
    problems.push(rowProblem('LEAD_UNIT_ASSISTS', { unit }, headerOf(sheet, 'assistUnitIds')));
  }
  return problems;
}

/** A new row's state and the days that belong to it. */
export function newStateProblems<K extends ItemKind>(register: Register, { main }: Entry<K>, { lookup }: LedgerContext): RowProblem[] {
  const sheet = register.sheets.main;
  const state = stateOnImport(main);
  const column = sheet.columns.find(({ key }) => key === 'state')!;
  const label = cellText(column, state, lookup);
  const needs = (key: string) => rowProblem('STATE_NEEDS_DAY', { state: label, header: headerOf(sheet, key) }, headerOf(sheet, key));
  const belies = (key: string) => rowProblem('DAY_NEEDS_STATE', { header: headerOf(sheet, key), state: label }, headerOf(sheet, 'state'));
  return [
    ...(finished.has(state) && main.closedOn === null ? [needs('closedOn')] : []),
    ...(!finished.has(state) && main.closedOn !== null ? [belies('closedOn')] : []),
    ...(state === 'WRITTEN_OFF' && main.writtenOffOn === null ? [needs('writtenOffOn')] : []),
    ...(state !== 'WRITTEN_OFF' && main.writtenOffOn !== null ? [belies('writtenOffOn')] : []),
  ];
}

/** State columns that the file would change on an existing item, by name (model 13). */
export function stateColumnProblems(sheet: Sheet, before: Cells, given: GivenCells): RowProblem[] {
  return sheet.columns
    .filter(({ key, onCreateOnly }) => onCreateOnly && given[key] !== undefined && given[key] !== null)
    .filter(({ key }) => !isSameCell(before[key] ?? null, given[key] ?? null))
    .map(({ header }) => rowProblem('STATE_COLUMN', { header }, header));
}

/** Changes of an existing item that no import may make. `changes` are those of its main row. */
export function changeProblems<K extends ItemKind>(
  register: Register,
  existing: StoredEntry<K>,
  changes: readonly CellChange[],
  { lookup }: LedgerContext,
): RowProblem[] {
  const sheet = register.sheets.main;
  if (!transitionOf(existing.state, 'IMPORT_FACTS')) {
    const column = sheet.columns.find(({ key }) => key === 'state')!;
    return [rowProblem('ITEM_ENDED', { state: cellText(column, existing.state, lookup).replace(/^已/, '') })];
  }
  return changes.flatMap(({ column, before, after }) => {
    switch (column.key) {
      case 'leadUnitId':
        return [rowProblem('LEAD_UNIT_CHANGED', { before: lookup.unitName(String(before)) }, column.header)];
      case 'assistUnitIds': {
        const kept = new Set(Array.isArray(after) ? after : []);
        const removed = (Array.isArray(before) ? before : []).filter((unitId) => !kept.has(unitId));
        return removed.map((unitId) => rowProblem('ASSIST_UNIT_REMOVED', { unit: lookup.unitName(unitId) }, column.header));
      }
      case 'assignedOn':
      case 'dueOn':
        return existing.state === 'CLOSED' ? [rowProblem('CLOSED_DATES', { header: column.header }, column.header)] : [];
      default:
        return [];
    }
  });
}

export function headerOf(sheet: Sheet, key: string): string {
  return sheet.columns.find((column) => column.key === key)?.header ?? key;
}
