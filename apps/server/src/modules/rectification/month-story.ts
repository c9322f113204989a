import { type MonthFigure, monthFigures } from '@duban/rules/rectification-months';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import type { Viewer } from '../session/viewer.ts';
import { monthsVisibleTo, rectificationsVisibleTo } from './rectification.policy.ts';

/** One figure, or the note, that a version changed; `before` null in the first. */
export interface MonthChange {
  field: MonthFigure | 'note';
  before: string | null;
  after: string | null;
}

const versionRow = z.object({
  version: z.number(),
  checks: z.number(),
  spotFixed: z.number(),
  casesFiled: z.number(),
  peopleHandled: z.number(),
  lookBacks: z.number(),
  relapses: z.number(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  enteredBy: z.string(),
  knownOn: z.string(),
  recordedAt: z.date(),
});

/** A version of a unit's month: who entered it, when, why, and what it changed. */
export type MonthVersion = z.infer<typeof versionRow> & { changes: MonthChange[] };

/** All versions of a unit's month, the newest first; none where the viewer reads nothing of the unit. */
export async function monthStory(viewer: Viewer, code: string, unitId: string, periodOn: string): Promise<MonthVersion[]> {
  const versions = await rows(
    versionRow,
    sql`SELECT m.version, m.checks, m.spot_fixed AS "spotFixed", m.cases_filed AS "casesFiled", m.people_handled AS "peopleHandled",
          m.look_backs AS "lookBacks", m.relapses, m.note, m.reason, m.entered_by AS "enteredBy", m.known_on AS "knownOn",
          m.recorded_at AS "recordedAt"
        FROM rectification_month m WHERE m.code = ${code} AND m.unit_id = ${unitId} AND m.period_on = ${periodOn}::date
          AND ${rectificationsVisibleTo(viewer, sql`m.code`)} AND ${monthsVisibleTo(viewer, sql`m.code`, sql`m.unit_id`)}
        ORDER BY m.version DESC`,
  );
  return versions.map((one, at) => {
    const before = versions[at + 1];
    const changes: MonthChange[] = before
      ? [...monthFigures, 'note' as const]
          .filter((field) => one[field] !== before[field])
          .map((field) => ({ field, before: textOf(before[field]), after: textOf(one[field]) }))
      : [];
    return { ...one, changes };
  });
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value);
}
