import { zeroContactKinds } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { monthStart } from '../report-days.ts';

const breachRow = z.object({
  number: z.string(),
  title: z.string(),
  occurredOn: z.string(),
  description: z.string(),
  unitName: z.string().nullable(),
  settledOn: z.string().nullable(),
});
export type ZeroContactBreachEntry = z.infer<typeof breachRow>;

const counterRow = z.object({
  kind: z.enum(zeroContactKinds),
  breaches: z.number(),
  projects: z.number(),
  unsettled: z.number(),
  thisMonth: z.number(),
  entries: z.array(breachRow),
});
export type ZeroContactCounter = z.infer<typeof counterRow>;

/**
 * Breaches of the two zero-contact rules by a day, target none (policy 2(2)1): all that occurred, the projects they occurred in (what the
 * ledger lists with `breachKinds`), those not settled by the day, and those of the day's month. The newest fifty in words.
 */
export function projectZeroContact(viewer: Viewer, asOf: string, filter: ItemFilter = {}): Promise<ZeroContactCounter[]> {
  const joins = sql`JOIN zero_contact_breach z ON z.item_id = i.id AND z.occurred_on <= ${asOf}::date LEFT JOIN unit u ON u.id = z.unit_id`;
  return rows(
    counterRow,
    sql`WITH found AS (
        SELECT z.kind, z.id, i.number, i.title, z.occurred_on, z.description, u.short_name,
          CASE WHEN z.settled_on <= ${asOf}::date THEN z.settled_on END AS settled_on,
          row_number() OVER (PARTITION BY z.kind ORDER BY z.occurred_on DESC, z.id) AS place
        ${fromItems(viewer, asOf, { ...filter, kinds: ['SERVICE_PROJECT'] }, joins)})
      SELECT k.kind, count(b.id)::int AS breaches, count(DISTINCT b.number)::int AS projects,
        count(b.id) FILTER (WHERE b.settled_on IS NULL)::int AS unsettled,
        count(b.id) FILTER (WHERE b.occurred_on >= ${monthStart(asOf, 0)}::date)::int AS "thisMonth",
        coalesce(jsonb_agg(jsonb_build_object('number', b.number, 'title', b.title, 'occurredOn', b.occurred_on, 'description', b.description,
          'unitName', b.short_name, 'settledOn', b.settled_on) ORDER BY b.place) FILTER (WHERE b.place <= 50), '[]') AS entries
      FROM unnest(${zeroContactKinds}::text[]) WITH ORDINALITY k(kind, position) LEFT JOIN found b ON b.kind::text = k.kind
      GROUP BY k.kind, k.position ORDER BY k.position`,
  );
}
