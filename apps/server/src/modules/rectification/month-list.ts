import { type MonthState, monthState } from '@duban/rules/rectification-months';
import { z } from 'zod';
import { empty, rows, type Sql, sql } from '../../database.ts';
import type { Viewer } from '../session/viewer.ts';
import { enteredShape, enteredSums } from './figures.ts';
import { askedMonths, type Choice, knownMonths, monthCells } from './month-cells.ts';

/** Of one unit, of one month (`2014-08`), or neither; `scope`: within the scope of a page. */
interface MonthChoice {
  unitId?: string | null | undefined;
  month?: string | null | undefined;
  scope?: Pick<Choice, 'unitId' | 'filter'>;
}

const listedRow = z.object({
  code: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  periodOn: z.string(),
  ...enteredShape,
  isAsked: z.boolean(),
  note: z.string().nullable(),
  enteredBy: z.string().nullable(),
  knownOn: z.string().nullable(),
  version: z.number(),
});

/** A unit's month: what was entered, what the ledger counts, and whether it was reported. */
export type ListedMonth = z.infer<typeof listedRow> & { state: MonthState };

/**
 * The rows behind the figures of one rectification as of a day, unit by unit and month by month, the newest month first: months that units owe,
 * and others with a figure. Their sums are those of the board. `version` 0: nothing was entered.
 */
export async function listMonths(
  viewer: Viewer,
  asOf: string,
  code: string,
  { unitId, month, scope = {} }: MonthChoice = {},
): Promise<ListedMonth[]> {
  const choice = { ...scope, code };
  const chosen: Sql[] = [
    unitId ? sql`AND p.unit_id = ${unitId}` : empty,
    month ? sql`AND to_char(p.period_on, 'YYYY-MM') = ${month}` : empty,
  ];
  const found = await rows(
    listedRow,
    sql`WITH c AS (${monthCells(viewer, asOf, choice)}), asked AS (${askedMonths(viewer, asOf, choice)}), known AS (${knownMonths(viewer, asOf, choice)}),
      place AS (SELECT unit_id, period_on FROM asked UNION SELECT unit_id, period_on FROM c)
      SELECT ${code} AS code, u.id AS "unitId", u.short_name AS "unitName", p.period_on AS "periodOn", ${enteredSums},
        EXISTS (SELECT 1 FROM asked q WHERE q.unit_id = p.unit_id AND q.period_on = p.period_on) AS "isAsked",
        k.note, k.entered_by AS "enteredBy", k.known_on AS "knownOn", coalesce(k.version, 0) AS version
      FROM place p JOIN unit u ON u.id = p.unit_id LEFT JOIN c ON c.unit_id = p.unit_id AND c.period_on = p.period_on
      LEFT JOIN known k ON k.unit_id = p.unit_id AND k.period_on = p.period_on
      WHERE TRUE ${chosen[0]} ${chosen[1]}
      GROUP BY u.id, p.unit_id, p.period_on, k.note, k.entered_by, k.known_on, k.version ORDER BY p.period_on DESC, u.position, u.id`,
  );
  return found.map((one) => ({ ...one, state: monthState(one.periodOn, one.version > 0, asOf) }));
}
