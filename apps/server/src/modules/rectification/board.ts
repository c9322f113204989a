import { stageOn, stageStanding } from '@duban/rules/rectification-stages';
import { type RectificationStage, rectificationStages } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { type Runner, rows, sql } from '../../database.ts';
import type { Viewer } from '../session/viewer.ts';
import { rectificationsVisibleTo } from './rectification.policy.ts';

const day = z.string().nullable();
const stageRow = z.object({
  stage: z.enum(rectificationStages),
  plannedFrom: z.string(),
  plannedTo: z.string(),
  startedOn: day,
  endedOn: day,
  summary: z.string().nullable(),
});
export type BoardStage = z.infer<typeof stageRow>;

const unitRow = z.object({ id: z.string(), shortName: z.string() });

const boardRow = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  version: z.number(),
  leadUnit: unitRow.nullable(),
  goal: z.string().nullable(),
  stages: z.array(stageRow),
  units: z.array(unitRow),
});

/** A special rectification as it is set up; version 0, without a lead unit: the supervision office has not set it up yet. */
export type Board = z.infer<typeof boardRow>;

/** The boards that the viewer sees, in the order of the dictionary; `code`: that one alone. */
export function boardsOf(viewer: Viewer, code: string | null = null, runner?: Runner): Promise<Board[]> {
  const short = sql`jsonb_build_object('id', u.id, 'shortName', u.short_name)`;
  return rows(
    boardRow,
    sql`SELECT t.code, t.name, t.name_en AS "nameEn", coalesce(r.version, 0) AS version, r.goal,
          (SELECT ${short} FROM unit u WHERE u.id = r.lead_unit_id) AS "leadUnit",
          coalesce((SELECT jsonb_agg(jsonb_build_object('stage', s.stage, 'plannedFrom', s.planned_from, 'plannedTo', s.planned_to,
            'startedOn', s.started_on, 'endedOn', s.ended_on, 'summary', s.summary) ORDER BY s.stage)
            FROM rectification_stage_plan s WHERE s.code = t.code), '[]') AS stages,
          coalesce((SELECT jsonb_agg(${short} ORDER BY u.position, u.id)
            FROM rectification_unit w JOIN unit u ON u.id = w.unit_id WHERE w.code = t.code), '[]') AS units
        FROM term t LEFT JOIN rectification r ON r.code = t.code
        WHERE t.dictionary = 'rectification-campaign' AND (${code}::text IS NULL OR t.code = ${code}) AND ${rectificationsVisibleTo(viewer, sql`t.code`)}
        ORDER BY t.position, t.code`,
    runner,
  );
}

/** A stage as it stood on a day. */
export interface StandingStage extends BoardStage {
  phase: ReturnType<typeof stageStanding>['phase'];
  lateDays: number;
  isNow: boolean;
}

/** The stages of a board as they stood at the end of a day: what happened later is not known yet. */
export function stagesOn({ stages }: Pick<Board, 'stages'>, asOf: string): StandingStage[] {
  const now: RectificationStage | null = stageOn(stages, asOf);
  return stages.map((stage) => {
    const known = (on: string | null) => (on !== null && on <= asOf ? on : null);
    const { phase, lateDays } = stageStanding(stage, asOf);
    return {
      ...stage,
      startedOn: known(stage.startedOn),
      endedOn: known(stage.endedOn),
      summary: phase === 'AHEAD' ? null : stage.summary,
      phase,
      lateDays,
      isNow: stage.stage === now,
    };
  });
}
