import { roles } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { empty, join, row, rows, type Sql, sql } from '../../database.ts';
import { badInput } from '../../graphql/errors.ts';
import type { Viewer } from '../session/viewer.ts';
import { storedColumns, storedVisit } from './stored-visit.ts';
import { visitsVisibleTo } from './visit.policy.ts';

export const visitStatuses = ['IN_FORCE', 'WITHDRAWN'] as const;
export type VisitStatus = (typeof visitStatuses)[number];

/** 市政府班子, 县区, 市直部门: the groups that leaders stand in. */
export const leaderGroups = ['CITY', 'COUNTY', 'DEPARTMENT'] as const;
export type LeaderGroup = (typeof leaderGroups)[number];

/** Which visits are listed. All given conditions hold at once. */
export interface VisitFilter {
  posts?: readonly string[] | null | undefined;
  group?: LeaderGroup | null | undefined;
  /** Leaders of a unit and of all below it. */
  within?: string | null | undefined;
  counties?: readonly string[] | null | undefined;
  kinds?: readonly string[] | null | undefined;
  frontLine?: boolean | null | undefined;
  /** Days of the visit, both included. */
  from?: string | null | undefined;
  to?: string | null | undefined;
  status?: VisitStatus | null | undefined;
}

const listedRow = storedVisit.extend({
  postTitle: z.string(),
  postTitleEn: z.string(),
  postRole: z.enum(roles),
  unitId: z.string(),
  unitName: z.string(),
  contactPointName: z.string().nullable(),
  countyName: z.string().nullable(),
});
/** A visit with the words for its codes. */
export type ListedVisit = z.infer<typeof listedRow>;

export interface VisitPage {
  visits: ListedVisit[];
  hasNext: boolean;
  hasPrevious: boolean;
}

/** `FROM … WHERE` of everything that lists or counts visits as of a day: aliases `v`, `p` (the leader's post), `u` (the leader's unit). */
export function fromVisits(viewer: Viewer, asOf: string, filter: VisitFilter = {}, joins: Sql = empty): Sql {
  return sql`FROM visit v JOIN post p ON p.id = v.post_id JOIN unit u ON u.id = p.unit_id ${joins}
    WHERE ${visitsVisibleTo(viewer)} AND v.visited_on <= ${asOf}::date AND v.known_on <= ${asOf}::date AND ${conditions(asOf, filter)}`;
}

/** In force as of a day: not withdrawn by it. */
export function inForce(asOf: string): Sql {
  return sql`coalesce(v.withdrawn_on > ${asOf}::date, TRUE)`;
}

/** The group of a leader, on alias `u` of the leader's unit: zones and townships stand with the counties, windows with the departments. */
export const groupOfUnit: Sql = sql`(CASE WHEN u.kind = 'CITY' THEN 'CITY' WHEN u.kind IN ('COUNTY', 'ZONE', 'TOWNSHIP') THEN 'COUNTY'
  ELSE 'DEPARTMENT' END)`;

/** The leader's unit, on alias `u`, is the unit or lies below it. */
export function isWithin(unitId: string): Sql {
  return sql`u.id IN (WITH RECURSIVE below AS (
    SELECT id FROM unit WHERE id = ${unitId} UNION SELECT b.id FROM unit b JOIN below ON b.parent_id = below.id) SELECT id FROM below)`;
}

/** A page of visits, the newest first. A cursor is the id of a visit. */
export async function pageOfVisits(
  viewer: Viewer,
  asOf: string,
  filter: VisitFilter,
  { first, after, before }: { first: number; after?: string | null | undefined; before?: string | null | undefined },
): Promise<VisitPage> {
  const from = fromVisits(viewer, asOf, filter);
  const limit = sql`LIMIT ${first + 1}`;
  if (before) {
    const ids = sql`SELECT v.id ${from} AND (v.visited_on, v.number) > ${placeOf(before)} ORDER BY v.visited_on, v.number ${limit}`;
    const found = await readVisits(viewer, asOf, sql`v.id IN (${ids})`);
    // The one too many is the newest.
    return { visits: found.slice(-first), hasNext: true, hasPrevious: found.length > first };
  }
  const beyond = after ? sql`AND (v.visited_on, v.number) < ${placeOf(after)}` : empty;
  const ids = sql`SELECT v.id ${from} ${beyond} ORDER BY v.visited_on DESC, v.number DESC ${limit}`;
  const found = await readVisits(viewer, asOf, sql`v.id IN (${ids})`);
  return { visits: found.slice(0, first), hasNext: found.length > first, hasPrevious: Boolean(after) };
}

/** How many visits of the filter are in force and how many are withdrawn, whichever of them it asks for. */
export function countVisits(viewer: Viewer, asOf: string, filter: VisitFilter): Promise<{ inForce: number; withdrawn: number }> {
  return row(
    z.object({ inForce: z.number(), withdrawn: z.number() }),
    sql`SELECT (count(*) FILTER (WHERE ${inForce(asOf)}))::int AS "inForce", (count(*) FILTER (WHERE NOT ${inForce(asOf)}))::int AS withdrawn
        ${fromVisits(viewer, asOf, { ...filter, status: null })}`,
  );
}

/** The visit with a number as it stands today; null when there is none for the viewer. */
export async function visitByNumber(viewer: Viewer, number: string): Promise<ListedVisit | null> {
  const [visit] = await readVisits(viewer, clock.today(), sql`v.number = ${number.trim()}`);
  return visit ?? null;
}

/** The visit with an id, which the viewer has just written. */
export async function visitById(viewer: Viewer, id: string): Promise<ListedVisit> {
  const [visit] = await readVisits(viewer, clock.today(), sql`v.id = ${id}::uuid`);
  if (!visit) throw new Error('The visit is not there');
  return visit;
}

/** Visits that hold a condition on `v`, as far as the viewer may see them, the newest first. */
export async function readVisits(viewer: Viewer, asOf: string, where: Sql): Promise<ListedVisit[]> {
  const found = await rows(
    listedRow,
    sql`SELECT ${storedColumns}, p.title AS "postTitle", p.title_en AS "postTitleEn", p.role AS "postRole", u.id AS "unitId",
          u.short_name AS "unitName", g.name AS "contactPointName", c.short_name AS "countyName"
        FROM visit v JOIN post p ON p.id = v.post_id JOIN unit u ON u.id = p.unit_id
        LEFT JOIN contact_point g ON g.id = v.contact_point_id LEFT JOIN unit c ON c.id = v.county_id
        WHERE ${visitsVisibleTo(viewer)} AND ${where} ORDER BY v.visited_on DESC, v.number DESC`,
  );
  // A withdrawal after the day is not known yet.
  return found.map((visit) => ((visit.withdrawnOn ?? '') > asOf ? { ...visit, withdrawnOn: null, withdrawnReason: null } : visit));
}

function conditions(asOf: string, filter: VisitFilter): Sql {
  const { posts, group, within, counties, kinds, frontLine, from, to, status } = filter;
  const all: Sql[] = [
    ...(posts?.length ? [sql`v.post_id = ANY(${posts}::text[])`] : []),
    ...(group ? [sql`${groupOfUnit} = ${group}`] : []),
    ...(within ? [isWithin(within)] : []),
    ...(counties?.length ? [sql`v.county_id = ANY(${counties}::text[])`] : []),
    ...(kinds?.length ? [sql`v.kinds && ${kinds}::text[]`] : []),
    ...(frontLine == null ? [] : [sql`v.is_front_line = ${frontLine}`]),
    ...(from ? [sql`v.visited_on >= ${from}::date`] : []),
    ...(to ? [sql`v.visited_on <= ${to}::date`] : []),
    ...(status ? [status === 'IN_FORCE' ? inForce(asOf) : sql`NOT ${inForce(asOf)}`] : []),
  ];
  return all.length > 0 ? join(all, ' AND ') : sql`TRUE`;
}

function placeOf(cursor: string): Sql {
  if (!z.uuid().safeParse(cursor).success) throw badInput('翻页位置已失效，请回到第一页。');
  return sql`(SELECT c.visited_on, c.number FROM visit c WHERE c.id = ${cursor}::uuid)`;
}
