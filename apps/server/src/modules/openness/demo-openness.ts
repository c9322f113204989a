import { randomUUID } from 'node:crypto';
import { type Role, roles } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { row, rows, sql, transaction } from '../../database.ts';
import type { Viewer } from '../session/viewer.ts';
import { reviewOpenness } from './review-openness.ts';
import { setOpenness } from './set-openness.ts';

const workRow = z.object({ id: z.string(), version: z.number() });
const personRow = z.object({ userId: z.string(), postId: z.string(), postTitle: z.string(), unitId: z.string(), role: z.enum(roles) });

/** Every so many works one waits for its reviewer, one is not public, and one is left to be set. */
const cycle = 9;

/** 示例数据: the supervision office sets most works public, and a leader passes them; once, through the acts that people use. */
export async function loadDemoOpenness(say: (line: string) => void): Promise<void> {
  const { isSet } = await row(z.object({ isSet: z.boolean() }), sql`SELECT EXISTS (SELECT 1 FROM item_openness) AS "isSet"`);
  const [setter, reviewer] = [await demoPerson('SUPERVISION_OFFICE'), await demoPerson('CITY_LEADER')];
  if (isSet || !setter || !reviewer) return;
  const works = await rows(
    workRow,
    sql`SELECT id, version FROM item WHERE kind = 'LIVELIHOOD_WORK' AND demo AND state NOT IN ('DRAFT', 'PENDING_APPROVAL', 'MERGED') ORDER BY number`,
  );
  await transaction(async (tx) => {
    for (const [index, { id: itemId, version }] of works.entries()) {
      const turn = index % cycle;
      if (turn === cycle - 1) continue;
      const isKept = turn === cycle - 2;
      const setting = isKept
        ? ({ openness: 'NOT_PUBLIC', reason: '涉及尚未公布的选址，暂不公开' } as const)
        : ({ openness: 'PUBLIC' } as const);
      await setOpenness(tx, setter, { itemId, version, ...setting }, randomUUID());
      if (turn === cycle - 3) continue;
      await reviewOpenness(tx, reviewer, { itemId, version: version + 1, verdict: 'PASSED' }, randomUUID());
    }
  });
  say(`  公开属性：${works.length} 件民生实事`);
}

/** The demo's account of a role, as it would sign in. */
async function demoPerson(role: Role): Promise<Viewer | null> {
  const [found] = await rows(
    personRow,
    sql`SELECT u.id AS "userId", p.id AS "postId", p.title AS "postTitle", p.unit_id AS "unitId", p.role
        FROM app_user u JOIN post p ON p.id = u.post_id WHERE u.demo AND u.active AND p.role = ${role}::role ORDER BY p.position LIMIT 1`,
  );
  if (!found) return null;
  return {
    ...found,
    sessionId: '',
    account: '',
    displayName: found.postTitle,
    unitIds: [found.unitId],
    overseenUnitIds: [],
    mustChangePassword: false,
  };
}
