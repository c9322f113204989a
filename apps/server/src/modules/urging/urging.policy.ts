import type { Sql } from '../../database.ts';
import { itemsVisibleTo } from '../item/item.policy.ts';
import { hasDesk } from '../session/desk.policy.ts';
import type { Viewer } from '../session/viewer.ts';

/** Only the supervision office climbs the ladder by hand; towards its own part it is a unit like any other (`actorsOf`). */
export function canUrge(viewer: Viewer): boolean {
  return hasDesk(viewer, 'SUPERVISION');
}

/** WHERE on alias `i` of `item`: a slip is seen by whoever sees its item. */
export function urgingsVisibleTo(viewer: Viewer): Sql {
  return itemsVisibleTo(viewer);
}
