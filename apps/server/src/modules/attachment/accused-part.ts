import { z } from 'zod';
import { type Runner, row, sql } from '../../database.ts';
import { isHandledIn } from '../complaint/handled-in.ts';

const accusedRow = z.object({ isUnknown: z.boolean(), unitName: z.string().nullable() });

/**
 * Whether those complained of would read what is attached to an item: name of a unit that holds a part in force and is complained of, or
 * stands above or below a unit complained of. `isUnknown`: a complaint handled in it names no unit yet.
 */
export function accusedPartOf(runner: Runner, itemId: string): Promise<z.infer<typeof accusedRow>> {
  return row(
    accusedRow,
    sql`WITH RECURSIVE accused AS (SELECT c.complained_unit_id AS id FROM complaint c WHERE ${isHandledIn(sql`${itemId}::uuid`)}),
          handling AS (SELECT p.unit_id AS id FROM item_unit p WHERE p.item_id = ${itemId}::uuid AND p.superseded_by_id IS NULL
            UNION SELECT i.lead_unit_id FROM item i WHERE i.id = ${itemId}::uuid),
          line AS (SELECT u.id AS start, u.id, u.parent_id FROM unit u WHERE u.id IN (SELECT id FROM accused UNION SELECT id FROM handling)
            UNION SELECT l.start, u.id, u.parent_id FROM line l JOIN unit u ON u.id = l.parent_id)
        SELECT EXISTS (SELECT 1 FROM accused WHERE id IS NULL) AS "isUnknown",
          (SELECT min(u.name) FROM handling h JOIN unit u ON u.id = h.id
           WHERE EXISTS (SELECT 1 FROM accused a JOIN line l ON (l.start = a.id AND l.id = h.id) OR (l.start = h.id AND l.id = a.id))) AS "unitName"`,
    runner,
  );
}
