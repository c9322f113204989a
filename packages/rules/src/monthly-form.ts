import type { Day, DutyKind, RectificationClass } from './vocabulary.ts';

/** What a cell of a month's form holds. */
export type MonthlyFieldType = 'NUMBER' | 'DAY' | 'CLASS' | 'TEXT';

/** What is asked; the screen has the words of each. */
export const monthlyLabels = [
  'PROGRESS_CLASS',
  'EVIDENCE',
  'STEP_ACTUAL_ON',
  'STEP_OBSTACLE',
  'STEP_DECISION',
  'INVESTMENT_ACTUAL',
  'ACTUAL',
  'FUNDS_ARRIVED',
  'FUNDS_PAID',
  'COUNTY_ACTUAL',
] as const;
export type MonthlyLabel = (typeof monthlyLabels)[number];

/** One cell that a month's form asks of a unit. Values are text as a person would type them: days ISO, numbers plain. */
export interface MonthlyField {
  /** Name within its item, e.g. `actual`, `county:411702:actual`, `step:3:actualOn`. */
  key: string;
  type: MonthlyFieldType;
  label: MonthlyLabel;
  /** Line of the form within its item: empty for the item itself, else `step:3` or `county:411702`. */
  line: string;
  /** What the number counts; null for the rest. */
  unit: string | null;
  /** What an empty cell stands for: last month's value, or what the item now says. Null = nothing. */
  last: string | null;
  /** Month of `last`, for monthly figures. */
  lastPeriodOn: Day | null;
  /** Planned by the month's end: a figure or a day. */
  plan: string | null;
  /** This month's figure where the system has it already, e.g. from a ledger. */
  known: string | null;
  /** The whole that a figure may exceed by half only when confirmed. */
  target: number | null;
  /** False where the system has it already: it may be corrected, but isn't asked. */
  isAsked: boolean;
  /** Nothing stands for an empty cell: it has to be filled before the report goes. */
  isRequired: boolean;
}

/** A step as the form reads it. */
export interface MonthlyStep {
  position: number;
  plannedOn: Day;
  actualOn: Day | null;
  obstacle: string | null;
  decisionNeeded?: string | null;
  unit: { unitId: string | null } | null;
}

/** What of an item a month's form is read from, by register. */
export type MonthlyDetail =
  | { kind: 'STYLE_PROBLEM'; progressClass: RectificationClass; evidence: string | null }
  | { kind: 'HARD_PROBLEM'; steps: readonly MonthlyStep[] }
  | {
      kind: 'SERVICE_PROJECT';
      steps: readonly MonthlyStep[];
      investment: readonly { periodOn: Day; planned: number | null; actual: number | null }[];
      /** Investment of the year, 万元. */
      yearInvestment: number | null;
    }
  | {
      kind: 'LIVELIHOOD_WORK';
      quantity: number;
      quantityUnit: string;
      /** 万元. */
      fundsPlanned: number | null;
      progress: readonly { periodOn: Day; planned: number | null; actual: number | null }[];
      funds: readonly { periodOn: Day; arrived: number | null; paid: number | null }[];
      counties: readonly { countyId: string; target: number; actual: number | null }[];
    }
  | { kind: 'COMPLAINT' | 'SUPERVISION_TASK' | 'PUBLIC_PROBLEM' | 'RECTIFICATION_PROBLEM' };

/** Which unit is asked, for which month, and which cells it has filled in already. */
export interface MonthlyAsking {
  periodOn: Day;
  unitId: string;
  duty: DutyKind;
  /** Other units with an open part of the item: they answer for the steps that they are charged with. */
  otherUnitIds: ReadonlySet<string>;
  filled: ReadonlySet<string>;
}

/** Written after a field's key: why a cumulative figure fell, and that one far above its target was checked. */
export const reasonSuffix = ':reason';
export const confirmedSuffix = ':confirmed';

const funds = '万元';

/**
 * What a month's form asks of a unit for one item:
 *
 * - the lead unit every figure, an assisting unit only the steps it is charged with; a step is asked of one unit alone;
 * - a style problem its class and evidence until it is 到位; steps that aren't done their day, obstacle and, for hard problems, the decision
 *   needed; a project its cumulative investment; a livelihood work its cumulative quantity and funds, and each county's quantity;
 * - registers without a measure nothing;
 * - nothing that the system has already, but what this report itself gave may be given again.
 */
export function monthlyFields(detail: MonthlyDetail, asking: MonthlyAsking): MonthlyField[] {
  const isLead = asking.duty === 'LEAD';
  switch (detail.kind) {
    case 'STYLE_PROBLEM':
      return isLead ? styleFields(detail, asking) : [];
    case 'HARD_PROBLEM':
      return detail.steps.flatMap((step) => stepFields(step, asking, true));
    case 'SERVICE_PROJECT': {
      const months = { rows: detail.investment, planned: 'planned' } as const;
      const investment = figure(
        'investmentActual',
        'INVESTMENT_ACTUAL',
        { ...months, key: 'actual' },
        funds,
        detail.yearInvestment,
        asking,
      );
      return [...(isLead ? [investment] : []), ...detail.steps.flatMap((step) => stepFields(step, asking, false))];
    }
    case 'LIVELIHOOD_WORK':
      return isLead ? workFields(detail, asking) : [];
    case 'COMPLAINT':
    case 'SUPERVISION_TASK':
    case 'PUBLIC_PROBLEM':
    case 'RECTIFICATION_PROBLEM':
      return [];
  }
}

function styleFields(
  { progressClass, evidence }: Extract<MonthlyDetail, { kind: 'STYLE_PROBLEM' }>,
  { filled }: MonthlyAsking,
): MonthlyField[] {
  const isDone = progressClass === 'DONE';
  if (isDone && evidence !== null && !filled.has('progressClass') && !filled.has('evidence')) return [];
  return [
    {
      ...blank,
      key: 'progressClass',
      type: 'CLASS',
      label: 'PROGRESS_CLASS',
      last: progressClass,
      isAsked: !isDone || filled.has('progressClass'),
    },
    { ...blank, key: 'evidence', label: 'EVIDENCE', last: evidence, isAsked: !isDone || evidence === null || filled.has('evidence') },
  ];
}

function stepFields(step: MonthlyStep, { unitId, duty, otherUnitIds, filled }: MonthlyAsking, withDecision: boolean): MonthlyField[] {
  const charged = step.unit?.unitId ?? null;
  const isAsked = duty === 'LEAD' ? charged === null || charged === unitId || !otherUnitIds.has(charged) : charged === unitId;
  const line = `step:${step.position}`;
  const dayKey = `${line}:actualOn`;
  if (!isAsked || (step.actualOn !== null && !filled.has(dayKey))) return [];
  const shared = { ...blank, line };
  const fields: MonthlyField[] = [
    { ...shared, key: dayKey, type: 'DAY', label: 'STEP_ACTUAL_ON', plan: step.plannedOn, last: step.actualOn },
    { ...shared, key: `${line}:obstacle`, label: 'STEP_OBSTACLE', last: step.obstacle },
  ];
  if (withDecision) fields.push({ ...shared, key: `${line}:decisionNeeded`, label: 'STEP_DECISION', last: step.decisionNeeded ?? null });
  return fields;
}

function workFields(detail: Extract<MonthlyDetail, { kind: 'LIVELIHOOD_WORK' }>, asking: MonthlyAsking): MonthlyField[] {
  const { quantity, quantityUnit, fundsPlanned, progress, funds: fundsRows, counties } = detail;
  const done = { rows: progress, key: 'actual', planned: 'planned' } as const;
  const arrived = { rows: fundsRows, key: 'arrived', planned: null } as const;
  const paid = { rows: fundsRows, key: 'paid', planned: null } as const;
  const planOfFunds = fundsPlanned === null ? null : String(fundsPlanned);
  return [
    figure('actual', 'ACTUAL', done, quantityUnit, quantity, asking),
    { ...figure('fundsArrived', 'FUNDS_ARRIVED', arrived, funds, fundsPlanned, asking), plan: planOfFunds },
    { ...figure('fundsPaid', 'FUNDS_PAID', paid, funds, fundsPlanned, asking), plan: planOfFunds },
    ...counties.map(
      ({ countyId, target, actual }): MonthlyField => ({
        ...blank,
        key: `county:${countyId}:actual`,
        type: 'NUMBER',
        label: 'COUNTY_ACTUAL',
        line: `county:${countyId}`,
        unit: quantityUnit,
        last: String(actual ?? 0),
        plan: String(target),
        target,
      }),
    ),
  ];
}

/** A monthly series: the rows, the column of the figure, and that of its plan. */
interface Series<Key extends string> {
  rows: readonly (Record<Key, number | null> & { periodOn: Day; planned?: number | null })[];
  key: Key;
  planned: 'planned' | null;
}

function figure<Key extends string>(
  key: string,
  label: MonthlyLabel,
  { rows, key: column, planned }: Series<Key>,
  unit: string,
  target: number | null,
  { periodOn, filled }: MonthlyAsking,
): MonthlyField {
  const reported = rows.filter((row) => row.periodOn < periodOn && row[column] !== null);
  const before = reported.reduce<(typeof reported)[number] | null>(
    (last, row) => (last && last.periodOn > row.periodOn ? last : row),
    null,
  );
  const month = rows.find((row) => row.periodOn === periodOn);
  const known = month?.[column] ?? null;
  const plan = planned ? (month?.planned ?? null) : null;
  return {
    ...blank,
    key,
    type: 'NUMBER',
    label,
    unit,
    last: before ? String(before[column]) : null,
    lastPeriodOn: before?.periodOn ?? null,
    plan: plan === null ? null : String(plan),
    known: known === null ? null : String(known),
    target,
    isAsked: known === null || filled.has(key),
    isRequired: known === null && before === null,
  };
}

const blank = {
  type: 'TEXT',
  line: '',
  unit: null,
  last: null,
  lastPeriodOn: null,
  plan: null,
  known: null,
  target: null,
  isAsked: true,
  isRequired: false,
} as const satisfies Omit<MonthlyField, 'key' | 'label'>;

/** How much a form asks: the burden meter. */
export interface MonthlyCounts {
  asked: number;
  /** Asked fields for which last month's value stands when left empty. */
  withLast: number;
  /** Asked fields that somebody filled in. */
  filled: number;
  /** Required fields still empty. */
  missing: number;
}

/** Counts the fields of a form's rows; `cells` are those filled in. */
export function monthlyCounts(
  rows: readonly { fields: readonly MonthlyField[]; cells: ReadonlyMap<string, string | null> }[],
): MonthlyCounts {
  const counts: MonthlyCounts = { asked: 0, withLast: 0, filled: 0, missing: 0 };
  for (const { fields, cells } of rows) {
    for (const { key, type, last, isAsked, isRequired } of fields) {
      if (!isAsked) continue;
      counts.asked += 1;
      // A step's day can only be this report's own.
      if (last !== null && type !== 'DAY') counts.withLast += 1;
      if (cells.has(key)) counts.filled += 1;
      else if (isRequired) counts.missing += 1;
    }
  }
  return counts;
}
