import { monthEnd } from '@duban/rules/calendar';
import {
  type MissedStreak,
  type Month,
  missedStreak,
  monthsBetween,
  type VisitDuty,
  type VisitDutyState,
  visitDuties,
} from '@duban/rules/visit-duty';
import { z } from 'zod';
import { row, rows, sql } from '../../database.ts';
import { badInput } from '../../graphql/errors.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { leadersVisibleTo } from '../../modules/visit/visit.policy.ts';
import { groupOfUnit, isWithin, type LeaderGroup, leaderGroups } from '../../modules/visit/visit-list.ts';
import { monthStart } from '../report-days.ts';

const mostMonths = 24;
const monthsAtFirst = 9;

export interface DutyFilter {
  /** Months as `2014-06`, both included; by default up to that of the as-of day, from the first contact point, nine at most. */
  from?: Month | null | undefined;
  to?: Month | null | undefined;
  group?: LeaderGroup | null | undefined;
  /** Leaders of a unit and of all below it. */
  within?: string | null | undefined;
  /** Leaders with at least one such month. */
  only?: VisitDutyState | null | undefined;
}

const leaderRow = z.object({
  postId: z.string(),
  title: z.string(),
  titleEn: z.string(),
  unitName: z.string(),
  group: z.enum(leaderGroups),
  points: z.array(z.string()),
  spans: z.array(z.object({ from: z.string(), to: z.string() })),
  visits: z.array(z.object({ visitedOn: z.string(), knownOn: z.string(), withdrawnOn: z.string().nullable() })),
});

export interface LeaderDuties extends Omit<z.infer<typeof leaderRow>, 'spans' | 'visits'> {
  duties: VisitDuty[];
  streak: MissedStreak;
}

/** Leaders by how their duty of a month stands; those who owe none are left out. Percent: done of owed. */
export interface DutyMonth {
  month: Month;
  from: string;
  to: string;
  owed: number;
  done: number;
  open: number;
  missed: number;
  percent: number | null;
}

export interface DutyCalendar {
  months: DutyMonth[];
  leaders: LeaderDuties[];
}

/**
 * The duty calendar (policy 2(4)2) as of a day: leaders who have a contact point or made a visit in the months, in the order of their units, each
 * with the state of each month and the streaks within these months. What a month owes and what counts is `visitDuties` of the rules. The
 * months' figures are those of all leaders of group and unit, whichever `only` narrows the rows to.
 */
export async function visitDutyCalendar(viewer: Viewer, asOf: string, filter: DutyFilter = {}): Promise<DutyCalendar> {
  const months = await monthsOf(asOf, filter);
  const [first, last] = [`${months[0]}-01`, monthEnd(`${months.at(-1)}-01`)];
  const found = await rows(
    leaderRow,
    sql`SELECT p.id AS "postId", p.title, p.title_en AS "titleEn", u.short_name AS "unitName", ${groupOfUnit} AS "group",
          coalesce(g.points, '{}') AS points, coalesce(g.spans, '[]') AS spans, coalesce(m.visits, '[]') AS visits
        FROM post p JOIN unit u ON u.id = p.unit_id
        LEFT JOIN LATERAL (SELECT array_agg(c.name ORDER BY c.valid_from, c.name) AS points,
            jsonb_agg(jsonb_build_object('from', c.valid_from, 'to', c.valid_to)) AS spans
          FROM contact_point c WHERE c.post_id = p.id AND c.valid_from <= ${last}::date AND c.valid_to >= ${first}::date
            AND c.valid_from <= ${asOf}::date) g ON TRUE
        LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('visitedOn', v.visited_on, 'knownOn', v.known_on, 'withdrawnOn', v.withdrawn_on)) AS visits
          FROM visit v WHERE v.post_id = p.id AND v.visited_on BETWEEN ${first}::date AND ${last}::date) m ON TRUE
        WHERE ${leadersVisibleTo(viewer)} AND (g.spans IS NOT NULL OR m.visits IS NOT NULL)
          ${filter.group ? sql`AND ${groupOfUnit} = ${filter.group}` : sql``} ${filter.within ? sql`AND ${isWithin(filter.within)}` : sql``}
        ORDER BY u.position, p.position, p.id`,
  );
  const leaders = found.map(({ spans, visits, ...leader }): LeaderDuties => {
    const duties = visitDuties(spans, visits, months, asOf);
    return { ...leader, duties, streak: missedStreak(duties) };
  });
  const { only } = filter;
  return {
    months: months.map((month, at) =>
      monthFigures(
        month,
        asOf,
        leaders.map(({ duties }) => duties[at]!.state),
      ),
    ),
    leaders: only ? leaders.filter(({ duties }) => duties.some(({ state }) => state === only)) : leaders,
  };
}

function monthFigures(month: Month, asOf: string, states: readonly VisitDutyState[]): DutyMonth {
  const count = (state: VisitDutyState) => states.filter((each) => each === state).length;
  const [done, open, missed] = [count('DONE'), count('OPEN'), count('MISSED')];
  const owed = done + open + missed;
  const end = monthEnd(`${month}-01`);
  return {
    month,
    from: `${month}-01`,
    to: end < asOf ? end : asOf,
    owed,
    done,
    open,
    missed,
    percent: owed === 0 ? null : Math.round((1000 * done) / owed) / 10,
  };
}

const monthText = /^\d{4}-(0[1-9]|1[0-2])$/;

async function monthsOf(asOf: string, { from, to }: DutyFilter): Promise<Month[]> {
  if ([from, to].some((month) => month && !monthText.test(month))) throw badInput('月份写作 2014-09。');
  const last = to ?? asOf.slice(0, 7);
  const months = monthsBetween(from ?? (await firstMonth(asOf, last)), last);
  if (months.length === 0) throw badInput('起始月份不能晚于截止月份。');
  if (months.length > mostMonths) throw badInput(`一次最多看 ${mostMonths} 个月。`);
  return months;
}

/** That of the first contact point, but no more than nine months are shown at first. */
async function firstMonth(asOf: string, last: Month): Promise<Month> {
  const { first } = await row(z.object({ first: z.string().nullable() }), sql`SELECT min(valid_from) AS first FROM contact_point`);
  const earliest = monthStart(last === asOf.slice(0, 7) ? asOf : `${last}-01`, monthsAtFirst - 1).slice(0, 7);
  const begun = first?.slice(0, 7) ?? last;
  if (begun > last) return last;
  return [begun, earliest].sort().at(-1)!;
}
