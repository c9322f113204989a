import type { ItemKind } from '@duban/rules/vocabulary';
import { hasDesk } from '../session/desk.policy.ts';
import type { Viewer } from '../session/viewer.ts';

/** Registers whose rows may be public one by one. Of style problems totals alone are public; a complaint never is (model 21). */
export const publicKinds: ReadonlySet<ItemKind> = new Set<ItemKind>(['LIVELIHOOD_WORK']);

/** The supervision office says what is to be public. */
export function canSetOpenness(viewer: Viewer): boolean {
  return hasDesk(viewer, 'SUPERVISION');
}

/** Leaders of the city and the supervision office pass it: never whoever set it. */
export function canReviewOpenness(viewer: Viewer, { setById }: { setById: string }): boolean {
  return seesOpennessRoom(viewer) && viewer.userId !== setById;
}

/** Who finds work in the room 公开审核. */
export function seesOpennessRoom(viewer: Viewer): boolean {
  return canSetOpenness(viewer) || viewer.role === 'CITY_LEADER';
}
