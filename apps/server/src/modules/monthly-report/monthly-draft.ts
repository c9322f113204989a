import { lightOn, reasonOn } from '@duban/rules/lights';
import { remainingDays } from '@duban/rules/limits';
import type { MonthlyValue } from '@duban/rules/monthly-cells';
import type { Day, RectificationClass } from '@duban/rules/vocabulary';
import { adapterOf } from '../../registers/adapters.ts';
import { factsOf, standingNow } from '../../registers/item-life.ts';
import type { LedgerContext } from '../../registers/ledger-context.ts';
import type { Entry } from '../../registers/ledger-entry.ts';
import type { Measure } from '../../registers/register-adapter.ts';
import type { Standing } from '../item/item-change.ts';
import type { ItemStanding } from '../item/standing.ts';
import type { MonthlyKind, MonthlyRow } from './monthly-rows.ts';

type Values = ReadonlyMap<string, MonthlyValue>;

/**
 * The value that each field of a row comes to when the report goes: what was filled in; for a monthly figure left empty the one that the
 * system has, else last month's. Fields whose item says it already are absent.
 */
export function valuesOf({ fields, judged }: Pick<MonthlyRow, 'fields' | 'judged'>): Map<string, MonthlyValue> {
  const values = new Map(judged.values);
  for (const { key, type, label, known, last } of fields) {
    if (type !== 'NUMBER' || label === 'COUNTY_ACTUAL' || values.has(key)) continue;
    const standing = known ?? last;
    if (standing !== null) values.set(key, Number(standing));
  }
  return values;
}

/** The item's ledger entry with the month's values in it: the form in which every register is written and judged. */
export function entryAfter<K extends MonthlyKind>({ kind, stored, facts, ...row }: MonthlyRow<K>): Entry<K> {
  const apply = appliers[kind] as (entry: Entry<K>, values: Values, periodOn: Day) => Entry<K>;
  return apply(stored.entry, valuesOf(row), facts.periodOn);
}

const appliers: { [K in MonthlyKind]: (entry: Entry<K>, values: Values, periodOn: Day) => Entry<K> } = {
  STYLE_PROBLEM: ({ main, children }, values) => ({
    main: {
      ...main,
      progressClass: of(values, 'progressClass', main.progressClass) as RectificationClass,
      evidence: of(values, 'evidence', main.evidence) as string | null,
    },
    children,
  }),
  HARD_PROBLEM: ({ main, children }, values) => ({
    main,
    children: {
      steps: children.steps.map((step) => ({
        ...withStep(step, values),
        decisionNeeded: of(values, `step:${step.position}:decisionNeeded`, step.decisionNeeded) as string | null,
      })),
    },
  }),
  SERVICE_PROJECT: ({ main, children }, values, periodOn) => ({
    main,
    children: {
      ...children,
      nodes: children.nodes.map((node) => withStep(node, values)),
      investment: withMonth(children.investment, { number: main.number, periodOn, planned: null, actual: null }, values, {
        actual: 'investmentActual',
      }),
    },
  }),
  LIVELIHOOD_WORK: ({ main, children }, values, periodOn) => ({
    main,
    children: {
      counties: children.counties.map((county) => ({
        ...county,
        actual: of(values, `county:${county.countyId}:actual`, county.actual) as number | null,
      })),
      progress: withMonth(children.progress, { number: main.number, periodOn, planned: null, actual: null }, values, { actual: 'actual' }),
      funds: withMonth(children.funds, { number: main.number, periodOn, arrived: null, paid: null }, values, {
        arrived: 'fundsArrived',
        paid: 'fundsPaid',
      }),
    },
  }),
};

function of(values: Values, key: string, before: MonthlyValue): MonthlyValue {
  const value = values.get(key);
  return value === undefined ? before : value;
}

function withStep<S extends { position: number; actualOn: Day | null; obstacle: string | null }>(step: S, values: Values): S {
  const line = `step:${step.position}`;
  return {
    ...step,
    actualOn: of(values, `${line}:actualOn`, step.actualOn) as Day | null,
    obstacle: of(values, `${line}:obstacle`, step.obstacle) as string | null,
  };
}

/** The rows of a monthly sheet with the month's figures in theirs; a month without row gets one as soon as it has a figure. */
function withMonth<R extends { periodOn: Day }>(
  rows: readonly R[],
  empty: R,
  values: Values,
  columns: Partial<Record<keyof R, string>>,
): R[] {
  const at = rows.findIndex(({ periodOn }) => periodOn === empty.periodOn);
  const month = { ...(rows[at] ?? empty) };
  let isGiven = false;
  for (const [column, key] of Object.entries(columns) as [keyof R, string][]) {
    if (!values.has(key)) continue;
    month[column] = values.get(key) as R[keyof R];
    isGiven = true;
  }
  if (at >= 0) return rows.map((row, index) => (index === at ? month : row));
  return isGiven ? [...rows, month].sort((a, b) => (a.periodOn < b.periodOn ? -1 : 1)) : [...rows];
}

/** How an item is measured once the unit's report is in: the lead unit's counts as the report of the month, so that a grey light goes out. */
export function measureAfter<K extends MonthlyKind>(row: MonthlyRow<K>, after: Entry<K>, context: LedgerContext): Measure {
  const { plan, points } = adapterOf(row.kind).measure(after, context);
  if (row.duty !== 'LEAD') return { plan, points };
  const last = points.at(-1);
  const through = last?.reportedThrough ?? null;
  const { periodOn } = row.facts;
  const reportedThrough = through !== null && through > periodOn ? through : periodOn;
  return { plan, points: [...points, { on: context.today, percent: last ? last.percent : 0, reportedThrough }] };
}

/** The item's standing once the report is in, as it will be written. */
export function standingAfter<K extends MonthlyKind>(
  row: MonthlyRow<K>,
  measure: Measure,
  after: Entry<K>,
  context: LedgerContext,
): Standing {
  const { assignedOn, dueOn } = factsOf(row.kind, after);
  return standingNow(row.kind, measure, { state: row.stored.state, assignedOn, dueOn }, context);
}

/** The light and progress that the item would have if the report went now; an override ends with the lead unit's report. */
export function previewOf<K extends MonthlyKind>(row: MonthlyRow<K>, context: LedgerContext): ItemStanding {
  const after = entryAfter(row);
  const standing = standingAfter(row, measureAfter(row, after, context), after, context);
  const { state, progressPercent, dueOn } = standing;
  const light = lightOn(standing, context.today);
  return {
    itemId: row.stored.itemId,
    asOf: context.today,
    state,
    progressPercent,
    dueOn,
    light,
    why: reasonOn(standing, context.today),
    computed: null,
    remainingWorkingDays: light ? remainingDays(context.calendar, dueOn, context.today) : null,
    round: row.stored.round,
  };
}
