import type { UnitReference } from '@duban/ledger/column';
import { laterOf } from '@duban/rules/calendar';
import type { PlanPoint } from '@duban/rules/lights';
import type { ProgressPoint } from '@duban/rules/timeline';
import type { Day } from '@duban/rules/vocabulary';
import { type Sql, sql, type TableRow } from '../database.ts';
import { orderedId } from '../modules/item/ordered-id.ts';

/** What of a step its progress is read from. */
export interface DatedStep {
  plannedOn: Day;
  actualOn: Day | null;
}

/**
 * When the progress of a sheet became known: on each day a step was done, and with each month's report. Where the register has no monthly
 * figures (`reportedMonths` empty), the sheet itself is the report: past months count as reported when due, and months ended by today now.
 */
export function stepPoints<S extends DatedStep>(
  steps: readonly S[],
  plan: readonly PlanPoint[],
  today: Day,
  percentOf: (steps: readonly S[]) => number | null,
  reportedMonths: readonly { knownOn: Day; periodOn: Day }[],
): ProgressPoint[] {
  if (steps.length === 0) return [];
  const reports =
    reportedMonths.length > 0
      ? reportedMonths
      : plan.map(({ periodOn, reportDueOn }) => ({ periodOn, knownOn: knownOf(periodOn, reportDueOn, today) }));
  const known = reports.filter(({ knownOn }) => knownOn <= today);
  const done = steps.flatMap(({ actualOn }) => (actualOn !== null && actualOn <= today ? [actualOn] : []));
  const days = [...new Set([...done, ...known.map(({ knownOn }) => knownOn)])].sort();
  return days.map((on) => ({
    on,
    percent: percentOf(steps.map((step) => ({ ...step, actualOn: step.actualOn !== null && step.actualOn <= on ? step.actualOn : null }))),
    reportedThrough: known.reduce<Day | null>(
      (last, { knownOn, periodOn }) => (knownOn <= on ? laterOf(last ?? periodOn, periodOn) : last),
      null,
    ),
  }));
}

function knownOf(periodOn: Day, reportDueOn: Day, today: Day): Day {
  return periodOn <= today && today < reportDueOn ? today : reportDueOn;
}

/** The steps of items under the keys that both registers' sheets share, as aliases `s` and `u`. */
export const stepColumns: Sql = sql`s.item_id AS "itemId", s.position, s.title,
  CASE WHEN s.unit_id IS NULL AND s.unit_text IS NULL THEN NULL
    ELSE json_build_object('unitId', s.unit_id, 'text', coalesce(s.unit_text, u.name)) END AS unit,
  s.planned_from AS "plannedFrom", s.planned_on AS "plannedOn", s.started_on AS "startedOn", s.actual_on AS "actualOn", s.obstacle`;

export interface StepCells extends DatedStep {
  position: number;
  title: string;
  unit: UnitReference | null;
  plannedFrom: Day | null;
  startedOn: Day | null;
  obstacle: string | null;
}

/** Columns of a row of `item_step`. */
export function stepRow(itemId: string, step: StepCells): TableRow {
  return {
    id: orderedId(),
    item_id: itemId,
    position: step.position,
    title: step.title,
    unit_id: step.unit?.unitId ?? null,
    unit_text: step.unit && step.unit.unitId === null ? step.unit.text : null,
    planned_from: step.plannedFrom,
    planned_on: step.plannedOn,
    started_on: step.startedOn,
    actual_on: step.actualOn,
    obstacle: step.obstacle,
  };
}
