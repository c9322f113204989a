import { type Sql, sql } from '../database.ts';
import { hasPortfolio } from '../modules/item/item.policy.ts';
import type { Viewer } from '../modules/session/viewer.ts';

/** Items (alias `i`) in the viewer's charge: of a vice mayor those led (牵头) or with a part of a unit overseen (分管); of others all. */
export function itemInCharge(viewer: Viewer): Sql {
  if (!hasPortfolio(viewer)) return sql`TRUE`;
  return sql`(i.duty_post_id = ${viewer.postId} OR EXISTS (SELECT 1 FROM item_unit o WHERE o.item_id = i.id AND o.superseded_by_id IS NULL
    AND o.unit_id = ANY(${viewer.overseenUnitIds}::text[])))`;
}

/** Parts (alias `p`, of the item `i`) in the viewer's charge: of a vice mayor all parts of an item led, and those of units overseen. */
export function partInCharge(viewer: Viewer): Sql {
  if (!hasPortfolio(viewer)) return sql`TRUE`;
  return sql`(i.duty_post_id = ${viewer.postId} OR p.unit_id = ANY(${viewer.overseenUnitIds}::text[]))`;
}

/** Items (alias `i`) that a vice mayor leads or whose lead unit is overseen: on the whole of them decides who `actorsOf` says is in charge. */
export function leadInCharge({ postId, overseenUnitIds }: Viewer): Sql {
  return sql`(i.duty_post_id = ${postId} OR i.lead_unit_id = ANY(${overseenUnitIds}::text[]))`;
}
