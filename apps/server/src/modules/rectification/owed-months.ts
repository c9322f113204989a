import { type MonthState, monthState } from '@duban/rules/rectification-months';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { rows, sql } from '../../database.ts';
import { hasDesk } from '../session/desk.policy.ts';
import type { Viewer } from '../session/viewer.ts';
import { unitsActedFor } from '../unit/unit.policy.ts';
import { askedMonths } from './month-cells.ts';

const owedRow = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  periodOn: z.string(),
});

/** A month of a rectification for which a unit has entered nothing yet. */
export type OwedMonth = z.infer<typeof owedRow> & { state: MonthState };

/** What the units for which the viewer reports owe today, of all rectifications, the oldest month first; nothing for who reports for none. */
export async function owedMonths(viewer: Viewer): Promise<OwedMonth[]> {
  if (!hasDesk(viewer, 'REPORTING')) return [];
  const today = clock.today();
  const owed = await rows(
    owedRow,
    sql`SELECT q.code, t.name, t.name_en AS "nameEn", u.id AS "unitId", u.short_name AS "unitName", q.period_on AS "periodOn"
        FROM (${askedMonths(viewer, today, {})}) q JOIN unit u ON u.id = q.unit_id
        JOIN term t ON t.dictionary = 'rectification-campaign' AND t.code = q.code
        WHERE q.unit_id = ANY(${unitsActedFor(viewer)}::text[]) AND NOT EXISTS (
          SELECT 1 FROM rectification_month m WHERE m.code = q.code AND m.unit_id = q.unit_id AND m.period_on = q.period_on)
        ORDER BY q.period_on, t.position, t.code, u.position, u.id`,
  );
  return owed.map((one) => ({ ...one, state: monthState(one.periodOn, false, today) }));
}
