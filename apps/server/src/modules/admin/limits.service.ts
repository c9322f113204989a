import { addDays } from '@duban/rules/calendar';
import type { DayUnit, ItemKind } from '@duban/rules/vocabulary';
import { clock } from '../../clock.ts';
import { recomputeLights } from '../exchange/recompute-lights.ts';
import { type Administrator, administer, Problems } from './administration.ts';

export interface TimeLimit {
  code: string;
  validFrom: string;
  days: number;
  dayUnit: DayUnit;
  extensionDays: number;
  basis: string;
}

/** Sets a time limit from a day on; the one in force until then ends the day before. InputError at `code`, `validFrom`, `days` or `basis`. */
export async function setTimeLimit(by: Administrator, given: TimeLimit): Promise<void> {
  const { code, validFrom, days, dayUnit, extensionDays } = given;
  await administer(by, 'setTimeLimit', { ...given }, async (tx) => {
    const { rows } = await tx.query<{ valid_from: string }>(
      'SELECT valid_from FROM "limit" WHERE code = $1 ORDER BY valid_from DESC LIMIT 1 FOR UPDATE',
      [code],
    );
    const [last] = rows;
    const problems = new Problems()
      .when(!last, 'code', 'UNKNOWN', '没有这个时限。')
      .when(
        last !== undefined && validFrom < last.valid_from,
        'validFrom',
        'TOO_EARLY',
        `不能早于现行规定的施行日期 ${last?.valid_from ?? ''}。`,
      )
      .when(!Number.isInteger(days) || days < 1 || days > 1000, 'days', 'OUT_OF_RANGE', '天数为 1 至 1000。')
      .when(extensionDays < 0 || extensionDays > 1000, 'extensionDays', 'OUT_OF_RANGE', '延期天数为 0 至 1000。');
    const basis = problems.text(given.basis, 'basis', 200);
    problems.refuse();
    await tx.query(`UPDATE "limit" SET valid_to = $2, origin = 'LOCAL' WHERE code = $1 AND valid_from = $3 AND valid_from < $4`, [
      code,
      addDays(validFrom, -1),
      last!.valid_from,
      validFrom,
    ]);
    await tx.query(
      `INSERT INTO "limit" (code, valid_from, valid_to, name, name_en, days, day_unit, extension_days, basis, secondary, origin)
       SELECT code, $2, '9999-12-31', name, name_en, $3, $4, $5, $6, FALSE, 'LOCAL' FROM "limit" WHERE code = $1 AND valid_from = $7
       ON CONFLICT (code, valid_from) DO UPDATE SET days = excluded.days, day_unit = excluded.day_unit,
         extension_days = excluded.extension_days, basis = excluded.basis, secondary = FALSE, origin = 'LOCAL'`,
      [code, validFrom, days, dayUnit, extensionDays, basis, last!.valid_from],
    );
  });
}

export interface ThresholdEntry {
  kind: ItemKind;
  validFrom: string;
  timeYellowPercent: number | null;
  planYellowPoints: number;
  planRedPoints: number;
  reportGraceWorkingDays: number;
}

/**
 * Sets when lights turn, from a day on; never in the past, whose lights were shown already. From that day open items are judged by it.
 * InputError at each field.
 */
export async function setThreshold(by: Administrator, given: ThresholdEntry): Promise<void> {
  const { kind, validFrom, timeYellowPercent, planYellowPoints, planRedPoints, reportGraceWorkingDays } = given;
  new Problems()
    .when(validFrom < clock.today(), 'validFrom', 'TOO_EARLY', `生效日期不能早于今天（${clock.today()}）。`)
    .when(
      timeYellowPercent !== null && (timeYellowPercent < 1 || timeYellowPercent > 100),
      'timeYellowPercent',
      'OUT_OF_RANGE',
      '为 1 至 100。',
    )
    .when(planYellowPoints < 1 || planYellowPoints > 100, 'planYellowPoints', 'OUT_OF_RANGE', '为 1 至 100。')
    .when(planRedPoints <= planYellowPoints || planRedPoints > 100, 'planRedPoints', 'NOT_ABOVE_YELLOW', '须大于预警的百分点，最多 100。')
    .when(reportGraceWorkingDays < 0 || reportGraceWorkingDays > 60, 'reportGraceWorkingDays', 'OUT_OF_RANGE', '为 0 至 60 个工作日。')
    .refuse();
  await administer(by, 'setThreshold', { ...given }, async (tx) => {
    await tx.query(
      `INSERT INTO threshold (kind, valid_from, time_yellow_percent, plan_yellow_points, plan_red_points, report_grace_working_days, origin)
       VALUES ($1, $2, $3, $4, $5, $6, 'LOCAL')
       ON CONFLICT (kind, valid_from) DO UPDATE SET time_yellow_percent = excluded.time_yellow_percent,
         plan_yellow_points = excluded.plan_yellow_points, plan_red_points = excluded.plan_red_points,
         report_grace_working_days = excluded.report_grace_working_days, origin = 'LOCAL'`,
      [kind, validFrom, timeYellowPercent, planYellowPoints, planRedPoints, reportGraceWorkingDays],
    );
  });
  if (validFrom === clock.today()) await recomputeLights('亮灯阈值调整', [kind]);
}
