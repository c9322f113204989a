import { type Day, type Role, roles } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { type Runner, row, rows, type Sql, sql } from '../../database.ts';
import type { Leader } from './visit.policy.ts';

const leaderRow = z.object({
  postId: z.string(),
  title: z.string(),
  titleEn: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  role: z.enum(roles),
});
/** A leader who goes on visits. */
export type VisitLeader = z.infer<typeof leaderRow>;

const pointRow = z.object({
  id: z.string(),
  postId: z.string(),
  name: z.string(),
  countyId: z.string().nullable(),
  countyName: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string(),
  version: z.number(),
});
export type ContactPoint = z.infer<typeof pointRow>;

/** What visits are checked against, as of business today. */
export interface VisitGround {
  today: Day;
  leaders: ReadonlyMap<string, VisitLeader>;
  points: ReadonlyMap<string, ContactPoint>;
  /** Units that a need may be charged to. */
  units: ReadonlySet<string>;
  counties: ReadonlySet<string>;
  /** Codes of `visit-kind` and `public-topic` in force. */
  kinds: ReadonlySet<string>;
  topics: ReadonlySet<string>;
  mayEnterFor(leader: Leader): boolean;
}

/** Posts that go on visits: the leaders of the city, heads of units, and whoever has a contact point. WHERE on alias `p` of `post`. */
const goesOnVisits: Sql = sql`(p.role IN ('CITY_LEADER', 'VICE_MAYOR', 'UNIT_HEAD') OR EXISTS (SELECT 1 FROM contact_point g WHERE g.post_id = p.id))`;

/** Leaders in the order of their units. */
export function readLeaders(where: Sql = sql`TRUE`, runner?: Runner): Promise<VisitLeader[]> {
  return rows(
    leaderRow,
    sql`SELECT p.id AS "postId", p.title, p.title_en AS "titleEn", p.unit_id AS "unitId", u.short_name AS "unitName", p.role
        FROM post p JOIN unit u ON u.id = p.unit_id WHERE ${goesOnVisits} AND ${where} ORDER BY u.position, p.position, p.id`,
    runner,
  );
}

/** Contact points that hold a condition on `g`, the newest first. */
export function readContactPoints(where: Sql = sql`TRUE`, runner?: Runner): Promise<ContactPoint[]> {
  return rows(
    pointRow,
    sql`SELECT g.id, g.post_id AS "postId", g.name, g.county_id AS "countyId", c.short_name AS "countyName", g.valid_from AS "validFrom",
          g.valid_to AS "validTo", g.version
        FROM contact_point g LEFT JOIN unit c ON c.id = g.county_id WHERE ${where} ORDER BY g.valid_from DESC, g.name, g.id`,
    runner,
  );
}

const groundRow = z.object({
  units: z.array(z.string()),
  counties: z.array(z.string()),
  kinds: z.array(z.string()),
  topics: z.array(z.string()),
});

/** Reads what visits are checked against. `mayEnterFor`: whose visits may be entered. */
export async function loadVisitGround(runner: Runner, mayEnterFor: (leader: Leader & { role: Role }) => boolean): Promise<VisitGround> {
  const today = clock.today();
  const inForce = sql`${today}::date BETWEEN valid_from AND valid_to`;
  const terms = (dictionary: string) => sql`ARRAY(SELECT code FROM term WHERE dictionary = ${dictionary} AND ${inForce})`;
  const { units, counties, kinds, topics } = await row(
    groundRow,
    sql`SELECT ARRAY(SELECT id FROM unit WHERE kind <> 'CITY' AND ${inForce}) AS units,
          ARRAY(SELECT id FROM unit WHERE kind = 'COUNTY') AS counties, ${terms('visit-kind')} AS kinds, ${terms('public-topic')} AS topics`,
    runner,
  );
  const leaders = await readLeaders(sql`TRUE`, runner);
  const points = await readContactPoints(sql`TRUE`, runner);
  return {
    today,
    leaders: new Map(leaders.map((leader) => [leader.postId, leader])),
    points: new Map(points.map((point) => [point.id, point])),
    units: new Set(units),
    counties: new Set(counties),
    kinds: new Set(kinds),
    topics: new Set(topics),
    mayEnterFor,
  };
}
