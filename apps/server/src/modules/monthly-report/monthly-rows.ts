import { type JudgedRow, judgeMonthlyRow, type MonthlyCells, type MonthlyFacts } from '@duban/rules/monthly-cells';
import { type MonthlyDetail, type MonthlyField, monthlyFields } from '@duban/rules/monthly-form';
import type { Day, DutyKind, ItemKind } from '@duban/rules/vocabulary';
import { type Runner, sql } from '../../database.ts';
import type { Entry } from '../../registers/ledger-entry.ts';
import { readEntries, type StoredEntry, type StoredPart } from '../../registers/read-entries.ts';

/** Registers of which something is asked each month, in the order of the form. */
export const monthlyKinds = ['HARD_PROBLEM', 'LIVELIHOOD_WORK', 'SERVICE_PROJECT', 'STYLE_PROBLEM'] as const satisfies readonly ItemKind[];
export type MonthlyKind = (typeof monthlyKinds)[number];

/** States in which a part is at work; a suspended duty stands still and a returned one is nobody's. */
const openStates = ['ASSIGNED', 'SIGNED', 'IN_PROGRESS', 'REWORK', 'REPORTED', 'UNDER_REVIEW'] as const;

/** An item that a unit's form asks about. */
export interface MonthlyRow<K extends MonthlyKind = MonthlyKind> {
  unitId: string;
  kind: K;
  duty: DutyKind;
  stored: StoredEntry<K>;
  facts: MonthlyFacts;
  fields: MonthlyField[];
  cells: MonthlyCells;
  judged: JudgedRow;
}

export interface MonthlyRowsOptions {
  periodOn: Day;
  today: Day;
  /** Null = every unit. */
  unitIds: readonly string[] | null;
  itemIds?: readonly string[];
  /** Cells filled in, by unit and item. */
  cellsOf(unitId: string, itemId: string): MonthlyCells;
  runner?: Runner;
}

/** The rows of units' forms: their open parts assigned by the month's end, with what is asked of each. One reading a register. */
export async function monthlyRows(options: MonthlyRowsOptions): Promise<MonthlyRow[]> {
  const rows: MonthlyRow[] = [];
  for (const kind of monthlyKinds) rows.push(...(await rowsOfKind(kind, options)));
  return rows;
}

async function rowsOfKind<K extends MonthlyKind>(kind: K, options: MonthlyRowsOptions): Promise<MonthlyRow[]> {
  const { periodOn, unitIds, itemIds, runner } = options;
  const ofUnits = unitIds ? sql`p.unit_id = ANY(${unitIds}::text[])` : sql`TRUE`;
  const ofItems = itemIds ? sql`i.id = ANY(${itemIds}::uuid[])` : sql`TRUE`;
  const where = sql`${ofItems} AND i.state NOT IN ('DRAFT', 'PENDING_APPROVAL', 'CLOSED', 'CALL_BACK', 'WRITTEN_OFF', 'MERGED', 'REFUSED', 'WITHDRAWN')
    AND EXISTS (SELECT 1 FROM item_unit p WHERE p.item_id = i.id AND ${ofUnits} AND p.superseded_by_id IS NULL
      AND p.state::text = ANY(${openStates}::text[]) AND p.assigned_on <= ${periodOn}::date)`;
  const entries = await readEntries(kind, where, { withPersonal: false, ...(runner ? { runner } : {}) });
  return entries.flatMap((stored) =>
    stored.parts
      .filter((part) => isOpen(part, periodOn) && (unitIds === null || unitIds.includes(part.unitId)))
      .flatMap((part) => rowOf(kind, stored, part, options)),
  );
}

function rowOf<K extends MonthlyKind>(kind: K, stored: StoredEntry<K>, part: StoredPart, options: MonthlyRowsOptions): MonthlyRow[] {
  const { periodOn, today, cellsOf } = options;
  const cells = cellsOf(part.unitId, stored.itemId);
  const others = stored.parts.filter(({ unitId, state }) => unitId !== part.unitId && isOpenState(state)).map(({ unitId }) => unitId);
  const asking = { periodOn, unitId: part.unitId, duty: part.duty, otherUnitIds: new Set(others), filled: new Set(cells.keys()) };
  const fields = monthlyFields(detailOf(kind, stored.entry), asking);
  if (fields.length === 0) return [];
  const facts = { periodOn, today, assignedOn: part.assignedOn };
  return [
    {
      unitId: part.unitId,
      kind,
      duty: part.duty,
      stored,
      facts,
      fields,
      cells,
      judged: judgeMonthlyRow(fields, cells, facts),
    } as unknown as MonthlyRow,
  ];
}

function isOpen({ state, assignedOn }: StoredPart, periodOn: Day): boolean {
  return isOpenState(state) && assignedOn <= periodOn;
}

function isOpenState(state: StoredPart['state']): boolean {
  return (openStates as readonly string[]).includes(state);
}

const details: { [K in MonthlyKind]: (entry: Entry<K>) => MonthlyDetail } = {
  STYLE_PROBLEM: ({ main }) => ({ kind: 'STYLE_PROBLEM', progressClass: main.progressClass, evidence: main.evidence }),
  HARD_PROBLEM: ({ children }) => ({ kind: 'HARD_PROBLEM', steps: children.steps }),
  SERVICE_PROJECT: ({ main, children }) => ({
    kind: 'SERVICE_PROJECT',
    steps: children.nodes,
    investment: children.investment,
    yearInvestment: main.yearInvestment,
  }),
  LIVELIHOOD_WORK: ({ main, children }) => ({
    kind: 'LIVELIHOOD_WORK',
    quantity: main.quantity,
    quantityUnit: main.quantityUnit,
    fundsPlanned: main.fundsPlanned,
    ...children,
  }),
};

function detailOf<K extends MonthlyKind>(kind: K, entry: Entry<K>): MonthlyDetail {
  return details[kind](entry);
}

/** The steps of an item, of whichever register. */
export function stepsOf({ kind, stored }: MonthlyRow): readonly { position: number; title: string; plannedOn: Day }[] {
  if (kind === 'HARD_PROBLEM') return (stored.entry as unknown as Entry<'HARD_PROBLEM'>).children.steps;
  return kind === 'SERVICE_PROJECT' ? (stored.entry as unknown as Entry<'SERVICE_PROJECT'>).children.nodes : [];
}
