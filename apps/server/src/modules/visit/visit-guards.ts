import type pg from 'pg';
import { ActRefusedError, forbidden } from '../../graphql/errors.ts';
import type { RecordActor } from '../audit/chained-records.ts';
import type { Viewer } from '../session/viewer.ts';
import type { StoredVisit } from './stored-visit.ts';
import { type Leader, mayEnterFor } from './visit.policy.ts';
import { loadVisitGround, type VisitGround } from './visit-ground.ts';

export function actorOf(viewer: Viewer, address: string): RecordActor {
  return { userId: viewer.userId, title: viewer.postTitle, address };
}

/** The ground on which a viewer's entries stand. */
export function groundOf(tx: pg.PoolClient, viewer: Viewer): Promise<VisitGround> {
  return loadVisitGround(tx, (leader) => mayEnterFor(viewer, leader));
}

/** The leader of a visit. FORBIDDEN where the post no longer goes on any. */
export function leaderOf({ postId }: StoredVisit, ground: VisitGround): Leader {
  const leader = ground.leaders.get(postId);
  if (!leader) throw forbidden();
  return leader;
}

export function assertInForce({ withdrawnOn }: StoredVisit): void {
  if (withdrawnOn !== null) throw new ActRefusedError('WITHDRAWN', '这次走访已撤回，不能再办理。');
}
