import { z } from 'zod';
import { join, rows, type Sql, sql } from '../../database.ts';
import { badInput } from '../../graphql/errors.ts';
import { itemsVisibleTo } from '../item/item.policy.ts';
import type { Viewer } from '../session/viewer.ts';

/** Where a work stands on its way to the public: 待设定, 待审核, 审核退回, 已公开, 不公开 (依申请 or not at all, and passed so). */
export const opennessStages = ['UNSET', 'WAITING', 'REJECTED', 'PUBLISHED', 'KEPT'] as const;
export type OpennessStage = (typeof opennessStages)[number];

/** Which works are listed. All given conditions hold at once. */
export interface OpennessFilter {
  stages?: readonly OpennessStage[] | null | undefined;
  /** Codes of units that lead them. */
  units?: readonly string[] | null | undefined;
  /** Codes of the dictionary `livelihood-programme`. */
  programmes?: readonly string[] | null | undefined;
  /** Part of number or title. */
  text?: string | null | undefined;
}

const entryRow = z.object({ itemId: z.string(), number: z.string(), stage: z.enum(opennessStages) });
export type OpennessEntry = z.infer<typeof entryRow>;

export interface OpennessPage {
  entries: OpennessEntry[];
  hasNext: boolean;
  hasPrevious: boolean;
}

export interface StageCount {
  stage: OpennessStage;
  count: number;
}

/** Of `item_openness` as `o`, which may be missing. */
const stage: Sql = sql`(CASE WHEN o.item_id IS NULL THEN 'UNSET' WHEN o.verdict IS NULL THEN 'WAITING'
  WHEN o.verdict = 'REJECTED' THEN 'REJECTED' WHEN o.openness = 'PUBLIC' THEN 'PUBLISHED' ELSE 'KEPT' END)`;

/** Works that are or were a duty: neither drafts nor what went on in another. */
const works: Sql = sql`item i LEFT JOIN item_openness o ON o.item_id = i.id
  WHERE i.kind = 'LIVELIHOOD_WORK' AND i.state NOT IN ('DRAFT', 'PENDING_APPROVAL', 'MERGED', 'REFUSED', 'WITHDRAWN')`;

/** A page of the works by number. A cursor is a number. */
export async function pageOfOpenness(
  viewer: Viewer,
  filter: OpennessFilter,
  { first, after, before }: { first: number; after?: string | null | undefined; before?: string | null | undefined },
): Promise<OpennessPage> {
  const turned = Boolean(before);
  const cursor = before ?? after;
  if (cursor && cursor.length > 100) throw badInput('翻页位置已失效，请回到第一页。');
  const place = !cursor ? sql`` : turned ? sql`AND i.number < ${cursor}` : sql`AND i.number > ${cursor}`;
  const found = await rows(
    entryRow,
    sql`SELECT i.id AS "itemId", i.number, ${stage} AS stage FROM ${works} AND ${conditions(viewer, filter)} ${place}
        ORDER BY ${turned ? sql`i.number DESC` : sql`i.number`} LIMIT ${first + 1}`,
  );
  const entries = found.slice(0, first);
  const isMore = found.length > first;
  return turned
    ? { entries: entries.reverse(), hasNext: true, hasPrevious: isMore }
    : { entries, hasNext: isMore, hasPrevious: Boolean(after) };
}

/** How many works stand at each stage, under the other conditions of the filter; every stage has a row. */
export async function countOpenness(viewer: Viewer, filter: OpennessFilter): Promise<StageCount[]> {
  const found = await rows(
    z.object({ stage: z.enum(opennessStages), count: z.number() }),
    sql`SELECT ${stage} AS stage, count(*)::int AS count FROM ${works} AND ${conditions(viewer, { ...filter, stages: null })} GROUP BY 1`,
  );
  return opennessStages.map((one) => found.find((row) => row.stage === one) ?? { stage: one, count: 0 });
}

function conditions(viewer: Viewer, { stages, units, programmes, text }: OpennessFilter): Sql {
  const part = text?.trim();
  const like = part ? `%${part.replace(/[\\%_]/g, '\\$&')}%` : null;
  return join(
    [
      itemsVisibleTo(viewer),
      ...(stages?.length ? [sql`${stage} = ANY(${stages}::text[])`] : []),
      ...(units?.length ? [sql`i.lead_unit_id = ANY(${units}::text[])`] : []),
      ...(programmes?.length ? [sql`i.category = ANY(${programmes}::text[])`] : []),
      ...(like ? [sql`(i.title ILIKE ${like} OR i.number ILIKE ${like})`] : []),
    ],
    ' AND ',
  );
}
