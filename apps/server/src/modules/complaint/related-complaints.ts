import DataLoader from 'dataloader';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { itemsVisibleTo } from '../item/item.policy.ts';
import type { Viewer } from '../session/viewer.ts';
import { ownWords } from './complainant.service.ts';
import { canReadStatements } from './complaint.policy.ts';

const most = 5;
/** Complaints further apart than this are taken for different matters. */
const withinDays = 180;
/** Share of three-letter runs in common below which two texts have nothing to do with each other. */
const leastScore = 0.15;

const similarRow = z.object({ itemId: z.string(), receivedOn: z.string(), score: z.number() });
/** Another complaint about the same unit whose facts read alike. `score`: 0–1. */
export type SimilarComplaint = z.infer<typeof similarRow>;

/**
 * Complaints about the same unit within half a year whose facts are like this one's, the most alike first: likely the same matter. Before it is
 * taken on, its own words are compared instead, for whoever may read them. Merged ones are left out.
 */
export async function similarComplaints(viewer: Viewer, complaint: { id: string; facts: string }): Promise<SimilarComplaint[]> {
  const text = complaint.facts || (canReadStatements(viewer) ? ((await ownWords(complaint.id))?.facts ?? '') : '');
  if (text === '') return [];
  return rows(
    similarRow,
    sql`SELECT i.id AS "itemId", max(c.received_on)::text AS "receivedOn", round(max(similarity(c.facts, ${text}))::numeric, 2)::float8 AS score
        FROM complaint own JOIN complaint c ON c.item_id <> own.item_id
          AND c.complained_unit_id IS NOT DISTINCT FROM coalesce(own.complained_unit_id, c.complained_unit_id)
          AND c.received_on BETWEEN own.received_on - ${withinDays}::int AND own.received_on + ${withinDays}::int
        JOIN item i ON i.id = c.item_id
        WHERE own.id = ${complaint.id}::uuid AND i.state NOT IN ('MERGED', 'REFUSED', 'WITHDRAWN') AND c.facts <> '' AND ${itemsVisibleTo(viewer)}
          AND similarity(c.facts, ${text}) >= ${leastScore}
        GROUP BY i.id ORDER BY score DESC, i.id LIMIT ${most}`,
  );
}

const earlierRow = z.object({ complaintId: z.string(), itemId: z.string() });

/**
 * Items of complaints that the same person made before this one, by the blind index of phone or identity number, the latest first: 重复投诉.
 * For whoever may learn who complained; nobody else is told that two come from one person.
 */
export function earlierLoader(viewer: Viewer): DataLoader<string, string[]> {
  return new DataLoader(async (ids) => {
    if (!canReadStatements(viewer)) return ids.map(() => []);
    const found = await rows(
      earlierRow,
      sql`SELECT DISTINCT own.complaint_id AS "complaintId", i.id AS "itemId", c.received_on
          FROM complainant own JOIN complaint mine ON mine.id = own.complaint_id
          JOIN complainant p ON p.complaint_id <> own.complaint_id AND (p.phone_index = own.phone_index OR p.identity_index = own.identity_index)
          JOIN complaint c ON c.id = p.complaint_id AND (c.received_on, c.id) < (mine.received_on, mine.id)
          JOIN item i ON i.id = c.item_id
          WHERE own.complaint_id = ANY(${ids}::uuid[]) AND ${itemsVisibleTo(viewer)} ORDER BY c.received_on DESC`,
    );
    return ids.map((id) => found.filter(({ complaintId }) => complaintId === id).map(({ itemId }) => itemId));
  });
}

/** How many items of earlier complaints there are, each once, the complaint's own aside. */
export function earlierItems(itemIds: readonly string[], own: string): number {
  return new Set(itemIds.filter((itemId) => itemId !== own)).size;
}
