import { type DutyKind, dutyKinds, type Light, lights, openEnded, type WorkNeed, workNeeds } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { join, rows, type Sql, sql } from '../../database.ts';
import { canReadStatements } from '../../modules/complaint/complaint.policy.ts';
import { actSettings } from '../../modules/item/acts/settings.ts';
import { hasPortfolio, itemsVisibleTo } from '../../modules/item/item.policy.ts';
import { hasDesk, reviewedKinds } from '../../modules/session/desk.policy.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { unitsActedFor } from '../../modules/unit/unit.policy.ts';
import { leadInCharge, partInCharge } from '../in-charge.ts';

const workRow = z.object({
  need: z.enum(workNeeds),
  itemId: z.string(),
  partId: z.string().nullable(),
  unitId: z.string().nullable(),
  duty: z.enum(dutyKinds).nullable(),
  bitesOn: z.string(),
  light: z.enum(lights).nullable(),
});

/** One thing that waits on the viewer. */
export interface Work {
  need: WorkNeed;
  itemId: string;
  /** The part that waits; null when the whole matter does. */
  partId: string | null;
  unitId: string | null;
  duty: DutyKind | null;
  /** The last day in time: of signing in, of the limit, of the step that asks for a decision; 9999-12-31 = none. */
  bitesOn: string;
  /** Light of the part, or of the matter. */
  light: Light | null;
}

export interface WorkFilter {
  needs?: readonly WorkNeed[] | null;
  /** Only what bites on this day or before it. */
  bitesBy?: string | null;
}

/**
 * What waits on the viewer today, what bites first coming first. A line is one need of one part (of one matter where the whole waits):
 *
 * - SIGN_IN, REWORK, HANDLE: parts of the viewer's units that are assigned, returned, or at work, by the limit of signing in or of the part;
 * - SIGN_OFF: reports of the unit that its head has not signed yet (a clerk sees none);
 * - REVIEW, JUDGE: parts reported and signed, or under review, for the office that supervises (the inspection office: complaints);
 *   JUDGE also for the head of the lead unit, on assisting parts;
 * - REASSIGN: returned parts; DECIDE_EXTENSION: extensions asked, for whom the pack names; DECIDE: steps that ask their vice mayor for a decision;
 * - APPROVE, ASSIGN, CALL_BACK, WRITE_OFF: matters before and after the duty; after it no limit runs, so they come last.
 *
 * Parts of the viewer's own office never wait on it as office. What is suspended waits on nobody.
 */
export async function myWork(viewer: Viewer, filter: WorkFilter, page: { first: number; skip: number }): Promise<Work[]> {
  const work = await workOf(viewer);
  if (!work) return [];
  return rows(
    workRow,
    sql`SELECT w.need, w.item_id AS "itemId", w.part_id AS "partId", w.unit_id AS "unitId", w.duty, w.bites_on AS "bitesOn", w.light
        FROM (${work}) w ${where(filter)}
        ORDER BY w.bites_on, array_position(${workNeeds as unknown as string[]}::text[], w.need), w.item_id, w.unit_id LIMIT ${page.first} OFFSET ${page.skip}`,
  );
}

const countRow = z.object({ need: z.enum(workNeeds).nullable(), count: z.number(), late: z.number() });
export type WorkCount = z.infer<typeof countRow>;

/** Lines of each need, and how many of them are late today, and of all together (need null). Needs without a line are left out. The lines are `myWork`'s. */
export async function countMyWork(viewer: Viewer, needs: readonly WorkNeed[] | null): Promise<WorkCount[]> {
  const work = await workOf(viewer);
  if (!work) return [{ need: null, count: 0, late: 0 }];
  const today = clock.today();
  return rows(
    countRow,
    sql`SELECT w.need, count(*)::int AS count, (count(*) FILTER (WHERE w.bites_on < ${today}::date))::int AS late
        FROM (${work}) w ${where({ needs })} GROUP BY GROUPING SETS ((w.need), ())
        ORDER BY array_position(${workNeeds as unknown as string[]}::text[], w.need) NULLS FIRST`,
  );
}

function where({ needs, bitesBy }: WorkFilter): Sql {
  const conditions = [
    ...(needs?.length ? [sql`w.need = ANY(${needs as unknown as string[]}::text[])`] : []),
    ...(bitesBy ? [sql`w.bites_on <= ${bitesBy}::date`] : []),
  ];
  return conditions.length > 0 ? sql`WHERE ${join(conditions, ' AND ')}` : sql``;
}

/** All lines of the viewer as SQL: need, item_id, part_id, unit_id, duty, bites_on, light. Null for those on whom nothing waits. */
async function workOf(viewer: Viewer): Promise<Sql | null> {
  const { signOffsNeeded, callBackKinds, extensionDeciders } = await actSettings();
  const today = clock.today();
  /** An extension asked for, of the registers on which the pack lets this actor decide. */
  const asked = (actor: string) => {
    const kinds = Object.entries(extensionDeciders).flatMap(([kind, actors]) => (actors?.includes(actor) ? [kind] : []));
    return sql`p.extension_asked_to IS NOT NULL AND i.kind::text = ANY(${kinds}::text[])`;
  };
  const callsBack = sql`i.kind::text = ANY(${callBackKinds}::text[])`;
  const noLimit = sql`${openEnded}::date`;
  const signed = sql`(r.id IS NULL OR cardinality(r.signed_off_by) >= ${signOffsNeeded})`;
  const partLine = (need: WorkNeed, bitesOn: Sql, condition: Sql) => sql`
    SELECT ${need}::text AS need, i.id AS item_id, p.id AS part_id, p.unit_id, p.duty, ${bitesOn} AS bites_on,
      light_of(p.state, NULL, p.red_on, p.report_due_on, p.yellow_on, ${today}::date) AS light
    FROM item_unit p JOIN item i ON i.id = p.item_id LEFT JOIN part_report r ON r.part_id = p.id AND r.verdict IS NULL
    WHERE p.superseded_by_id IS NULL AND i.state NOT IN ('MERGED', 'REFUSED', 'WITHDRAWN') AND ${itemsVisibleTo(viewer)} AND ${condition}`;
  const itemLine = (need: WorkNeed, bitesOn: Sql, condition: Sql) => sql`
    SELECT ${need}::text AS need, i.id AS item_id, NULL::uuid AS part_id, i.lead_unit_id AS unit_id, NULL::duty_kind AS duty, ${bitesOn} AS bites_on,
      light_of(i.state, i.override_light, i.red_on, i.report_due_on, i.yellow_on, ${today}::date) AS light
    FROM item i WHERE ${itemsVisibleTo(viewer)} AND ${condition}`;
  const due = sql`p.due_on`;
  const ownUnits = unitsActedFor(viewer);
  const signs = hasDesk(viewer, 'SIGNING');
  const reviewed = reviewedKinds(viewer);
  const lines: Sql[] = [];

  if (ownUnits.length > 0) {
    const ofUnits = sql`p.unit_id = ANY(${ownUnits as string[]}::text[])`;
    lines.push(
      partLine('SIGN_IN', sql`least(coalesce(p.sign_due_on, p.due_on), p.due_on)`, sql`${ofUnits} AND p.state = 'ASSIGNED'`),
      partLine('REWORK', due, sql`${ofUnits} AND p.state = 'REWORK'`),
      partLine('HANDLE', due, sql`${ofUnits} AND p.state IN ('SIGNED', 'IN_PROGRESS')`),
    );
    if (signs)
      lines.push(
        partLine(
          'SIGN_OFF',
          due,
          sql`${ofUnits} AND p.state = 'REPORTED' AND NOT ${signed} AND NOT (${viewer.postId} = ANY(r.signed_off_by))`,
        ),
      );
    // What the office itself reviews is below.
    if (signs && reviewed.length === 0)
      lines.push(
        partLine(
          'JUDGE',
          due,
          sql`p.duty = 'ASSIST' AND i.lead_unit_id = ANY(${ownUnits as string[]}::text[]) AND NOT ${ofUnits} AND p.state = 'UNDER_REVIEW'`,
        ),
      );
  }
  if (reviewed.length > 0) {
    const kinds = sql`i.kind::text = ANY(${reviewed as string[]}::text[])`;
    const others = sql`${kinds} AND NOT p.unit_id = ANY(${ownUnits as string[]}::text[])`;
    lines.push(
      partLine('REVIEW', due, sql`${others} AND p.state = 'REPORTED' AND ${signed}`),
      partLine('JUDGE', due, sql`${others} AND p.state = 'UNDER_REVIEW'`),
      partLine('REASSIGN', due, sql`${others} AND p.state = 'RETURNED'`),
      partLine('DECIDE_EXTENSION', due, sql`${others} AND ${asked(viewer.role)}`),
      itemLine('APPROVE', sql`i.due_on`, sql`${kinds} AND i.state = 'PENDING_APPROVAL'`),
      // A complaint is taken on by the office that takes complaints on.
      itemLine('ASSIGN', sql`i.due_on`, sql`${kinds} AND i.state = 'DRAFT' AND (i.kind <> 'COMPLAINT' OR ${canReadStatements(viewer)})`),
      itemLine('CALL_BACK', noLimit, sql`${kinds} AND i.state = 'CLOSED' AND ${callsBack}`),
      itemLine('WRITE_OFF', noLimit, sql`${kinds} AND (i.state = 'CALL_BACK' OR (i.state = 'CLOSED' AND NOT ${callsBack}))`),
    );
  }
  if (hasDesk(viewer, 'APPROVAL'))
    lines.push(
      itemLine('APPROVE', sql`i.due_on`, sql`i.state = 'PENDING_APPROVAL'`),
      partLine('DECIDE_EXTENSION', due, asked('CITY_LEADER')),
    );
  if (hasPortfolio(viewer))
    lines.push(
      itemLine('APPROVE', sql`i.due_on`, sql`${leadInCharge(viewer)} AND i.state = 'PENDING_APPROVAL'`),
      partLine('DECIDE_EXTENSION', due, sql`${partInCharge(viewer)} AND ${asked('VICE_MAYOR_IN_CHARGE')}`),
      itemLine(
        'DECIDE',
        sql`(SELECT min(s.planned_on) FROM item_step s WHERE s.item_id = i.id AND s.decision_needed IS NOT NULL AND s.actual_on IS NULL)`,
        sql`${leadInCharge(viewer)} AND i.state IN ('ASSIGNED', 'SIGNED', 'IN_PROGRESS', 'REPORTED', 'UNDER_REVIEW', 'REWORK')
          AND EXISTS (SELECT 1 FROM item_step s WHERE s.item_id = i.id AND s.decision_needed IS NOT NULL AND s.actual_on IS NULL)`,
      ),
    );
  return lines.length > 0 ? join(lines, ' UNION ALL ') : null;
}
