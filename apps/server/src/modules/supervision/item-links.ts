import { type LinkReason, linkReasons } from '@duban/rules/vocabulary';
import DataLoader from 'dataloader';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { itemsVisibleTo } from '../item/item.policy.ts';
import type { Viewer } from '../session/viewer.ts';

/** Another item, as an item is linked to it. */
export interface ItemLink {
  why: LinkReason;
  otherId: string;
  /** The other item came first and led to this one. */
  isOrigin: boolean;
}

const linkRow = z.object({ itemId: z.string(), otherId: z.string(), why: z.enum(linkReasons), isOrigin: z.boolean() });

/** Links of items in both directions, those alone whose other end the viewer may see, the oldest first. */
export function linksLoader(viewer: Viewer): DataLoader<string, ItemLink[]> {
  return new DataLoader(async (ids) => {
    const found = await rows(
      linkRow,
      sql`SELECT l."itemId", l."otherId", l.why, l."isOrigin" FROM (
            SELECT from_id AS "itemId", to_id AS "otherId", why, FALSE AS "isOrigin" FROM item_link WHERE from_id = ANY(${ids}::uuid[])
            UNION ALL
            SELECT to_id, from_id, why, TRUE FROM item_link WHERE to_id = ANY(${ids}::uuid[])) l
          JOIN item i ON i.id = l."otherId" WHERE ${itemsVisibleTo(viewer)} ORDER BY l."isOrigin" DESC, i.recorded_at, i.number`,
    );
    return ids.map((id) => found.filter(({ itemId }) => itemId === id));
  });
}
