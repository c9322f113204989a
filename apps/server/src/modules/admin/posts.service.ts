import { randomUUID } from 'node:crypto';
import type { Role } from '@duban/rules/vocabulary';
import { mayOversee } from '../unit/post.policy.ts';
import { type Administrator, administer, lockVersion, Problems } from './administration.ts';

export interface NewPost {
  title: string;
  titleEn: string;
  unitId: string;
  role: Role;
}

/** Adds a post to a unit. InputError at the titles or `unitId`. Answers the post's id. */
export async function createPost(by: Administrator, given: NewPost): Promise<string> {
  const id = `post-${randomUUID().slice(0, 8)}`;
  await administer(by, 'createPost', { id, ...given }, async (tx) => {
    const problems = new Problems();
    const title = problems.text(given.title, 'title', 40);
    const titleEn = problems.text(given.titleEn, 'titleEn', 100);
    const { rowCount } = await tx.query('SELECT 1 FROM unit WHERE id = $1', [given.unitId]);
    problems.when(rowCount === 0, 'unitId', 'UNKNOWN', '没有这个单位。').refuse();
    await tx.query(
      `INSERT INTO post (id, title, title_en, unit_id, role, position, origin)
       VALUES ($1, $2, $3, $4, $5, (SELECT coalesce(max(position), 0) + 1 FROM post), 'LOCAL')`,
      [id, title, titleEn, given.unitId, given.role],
    );
  });
  return id;
}

/** Gives a post another title. */
export async function renamePost(by: Administrator, id: string, version: number, given: Pick<NewPost, 'title' | 'titleEn'>): Promise<void> {
  await administer(by, 'renamePost', { id, ...given }, async (tx) => {
    await lockVersion(tx, 'post', id, version);
    const problems = new Problems();
    const title = problems.text(given.title, 'title', 40);
    const titleEn = problems.text(given.titleEn, 'titleEn', 100);
    problems.refuse();
    await tx.query(`UPDATE post SET title = $2, title_en = $3, origin = 'LOCAL', version = version + 1 WHERE id = $1`, [
      id,
      title,
      titleEn,
    ]);
  });
}

/** Sets which units a post oversees (分管): exactly these. InputError at `unitIds`. */
export async function setPortfolio(by: Administrator, id: string, version: number, unitIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(unitIds)];
  await administer(by, 'setPortfolio', { id, unitIds: wanted }, async (tx) => {
    await lockVersion(tx, 'post', id, version);
    const { rowCount } = await tx.query('SELECT 1 FROM unit WHERE id = ANY($1)', [wanted]);
    const { rows } = await tx.query<{ role: Role }>('SELECT role FROM post WHERE id = $1', [id]);
    const [post] = rows;
    new Problems()
      .when(rowCount !== wanted.length, 'unitIds', 'UNKNOWN', '有的单位不存在，请刷新后重选。')
      .when(!post || !mayOversee(post.role), 'unitIds', 'NOT_A_LEADER', '只有市领导的岗位才有分管单位。')
      .refuse();
    await tx.query('DELETE FROM portfolio WHERE post_id = $1 AND NOT unit_id = ANY($2)', [id, wanted]);
    await tx.query(
      `INSERT INTO portfolio (post_id, unit_id, origin) SELECT $1, u, 'LOCAL' FROM unnest($2::text[]) u ON CONFLICT (post_id, unit_id) DO NOTHING`,
      [id, wanted],
    );
    await tx.query(`UPDATE post SET origin = 'LOCAL', version = version + 1 WHERE id = $1`, [id]);
  });
}
