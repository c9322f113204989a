import { z } from 'zod';
import { row, sql } from '../../database.ts';

const termRow = z.object({ code: z.string(), name: z.string(), nameEn: z.string() });

export const unitGroups = ['DEPARTMENT', 'COUNTY', 'OTHER'] as const;

const unitRow = z.object({ id: z.string(), name: z.string(), nameEn: z.string(), group: z.enum(unitGroups) });
export type FormUnit = z.infer<typeof unitRow>;

const offersRow = z.object({
  classes: z.array(termRow),
  units: z.array(unitRow),
  acceptWorkingDays: z.number().nullable(),
  finishDays: z.number().nullable(),
});
export type FormOffers = z.infer<typeof offersRow>;

/**
 * What the form offers on a day: the classes and the units in force (the city itself is none), and the limits that hold, null where the pack has
 * none of that unit of days (policy 2(2)5).
 */
export function formOffers(day: string): Promise<FormOffers> {
  const limit = (code: string, unit: string) => sql`(SELECT l.days FROM "limit" l
    WHERE l.code = ${code} AND l.day_unit = ${unit}::day_unit AND ${day}::date BETWEEN l.valid_from AND l.valid_to)`;
  return row(
    offersRow,
    sql`SELECT
        (SELECT coalesce(jsonb_agg(jsonb_build_object('code', t.code, 'name', t.name, 'nameEn', t.name_en) ORDER BY t.position, t.code), '[]')
          FROM term t WHERE t.dictionary = 'complaint-class' AND ${day}::date BETWEEN t.valid_from AND t.valid_to) AS classes,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.short_name, 'nameEn', u.name_en, 'group',
            CASE WHEN u.kind IN ('DEPARTMENT', 'COUNTY') THEN u.kind::text ELSE 'OTHER' END) ORDER BY u.position, u.id), '[]')
          FROM unit u WHERE u.kind <> 'CITY' AND ${day}::date BETWEEN u.valid_from AND u.valid_to) AS units,
        ${limit('efficiency-complaint-accept', 'WORKING')} AS "acceptWorkingDays",
        ${limit('efficiency-complaint-finish', 'CALENDAR')} AS "finishDays"`,
  );
}
