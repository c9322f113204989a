import { addDays, addWorkingDays } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { Dice } from '../../../../../prisma/seed/demo/dice.ts';
import { calendar, clock } from '../../clock.ts';
import { rows, sql, transaction } from '../../database.ts';
import { type DemoBoard, demoBoards } from './demo-boards.ts';
import { type MonthActor, type MonthInput, writeMonths } from './enter-month.ts';
import { writeBoard } from './keep-board.ts';

const months = ['2014-06', '2014-07', '2014-08'];
const actor: MonthActor = { userId: null, title: '示例数据', address: null };

type DemoMonth = MonthInput & { knownOn: Day };

/** The unit whose clerk the demo signs in as: there is something left for that clerk to report. */
const clerksUnit = 'gtj';

/**
 * The demo's five boards and the months that their units reported, through the services that people use; some months are not reported, some
 * were put right. The same every time; goes in whole or not at all, and only where no board is set up.
 */
export async function loadDemoRectifications(say: (line: string) => void): Promise<void> {
  const made = await transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('duban rectification demo'))`);
    const { rowCount } = await tx.query('SELECT 1 FROM rectification LIMIT 1');
    if (rowCount) return 0;
    const units = await rows(
      z.object({ id: z.string(), isCounty: z.boolean() }),
      sql`SELECT id, kind = 'COUNTY' AS "isCounty" FROM unit WHERE ${clock.today()}::date BETWEEN valid_from AND valid_to ORDER BY position, id`,
      tx,
    );
    const entries: DemoMonth[] = [];
    for (const board of demoBoards) {
      const unitIds = units
        .filter(({ id, isCounty }) => board.departments.includes(id) || (board.counties && isCounty))
        .map(({ id }) => id);
      const { code, leadUnitId, goal, stages } = board;
      await writeBoard(tx, { code, version: 0, leadUnitId, goal, unitIds, stages: stages.map((stage) => ({ ...stage })) }, { demo: true });
      entries.push(...monthsOf(board, unitIds));
    }
    const known = entries.filter(({ knownOn }) => knownOn <= clock.today());
    await writeMonths(tx, actor, known, { demo: true });
    const corrections = known.filter((_, at) => at % 67 === 40).map(corrected);
    await writeMonths(
      tx,
      actor,
      corrections.filter(({ knownOn }) => knownOn <= clock.today()),
      { demo: true },
    );
    return known.length;
  });
  if (made > 0) say(`  专项整治：${demoBoards.length} 个专项，月报 ${made} 份`);
}

function monthsOf(board: DemoBoard, unitIds: readonly string[]): DemoMonth[] {
  const dice = new Dice(`duban/rectification months/${board.code}`);
  const { sizes } = board;
  return months.flatMap((month, at) =>
    unitIds.flatMap((unitId): DemoMonth[] => {
      const draw = (figure: keyof typeof sizes) => dice.whole(...sizes[figure]);
      // The first month begins within it; rectification is at its height in the second.
      const pace = [0.6, 1.15, 1][at]!;
      const checks = Math.max(1, Math.round(draw('checks') * pace));
      const spotFixed = Math.min(checks, Math.round(draw('spotFixed') * pace));
      const lookBacks = at === 0 ? 0 : draw('lookBacks');
      const relapses = dice.chance(0.3) ? Math.min(lookBacks, dice.whole(1, 2)) : 0;
      const entry = {
        ...{ code: board.code, unitId, month, version: 0, checks, spotFixed, casesFiled: draw('casesFiled') },
        ...{ peopleHandled: dice.chance(0.45) ? draw('peopleHandled') : 0, lookBacks, relapses, note: null, reason: null },
        knownOn: addWorkingDays(calendar, addDays(`${month}-28`, 4).replace(/-\d\d$/, '-01'), dice.whole(1, 6)),
      };
      const isMissing = dice.chance([0.02, 0.05, 0.1][at]!) || (unitId === clerksUnit && board.code === '3' && at === 2);
      return isMissing ? [] : [entry];
    }),
  );
}

/** The same month put right some days later. */
function corrected(entry: DemoMonth): DemoMonth {
  return {
    ...entry,
    version: 1,
    spotFixed: entry.spotFixed + 2,
    checks: entry.checks + 3,
    reason: '复核台账，补计乡镇漏报的检查。',
    knownOn: addWorkingDays(calendar, entry.knownOn, 6),
  };
}
