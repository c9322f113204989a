import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import { countItems } from '../../modules/item/item-list.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

export interface RedList {
  ids: string[];
  totalCount: number;
}

/**
 * Items with a red light as of a day, the worst first (mission B3): the overdue by working days since the due day, then those behind plan by
 * points, then those made red by hand; of equals the one due first. `totalCount` counts all of them.
 */
export async function redList(viewer: Viewer, asOf: string, given: ItemFilter, first: number): Promise<RedList> {
  const filter: ItemFilter = { ...given, lights: ['RED'] };
  const found = await rows(
    z.object({ id: z.string() }),
    sql`SELECT i.id ${fromItems(viewer, asOf, filter)}
      ORDER BY CASE WHEN a.override_light IS NOT NULL THEN 3 WHEN a.due_on < ${asOf}::date THEN 1 ELSE 2 END,
        CASE WHEN a.due_on < ${asOf}::date THEN a.due_on END,
        (a.red_reason ->> 'planPercent')::numeric - (a.red_reason ->> 'progressPercent')::numeric DESC NULLS LAST,
        a.due_on, i.number, i.id
      LIMIT ${first}`,
  );
  return { ids: found.map(({ id }) => id), totalCount: await countItems(viewer, asOf, filter) };
}
