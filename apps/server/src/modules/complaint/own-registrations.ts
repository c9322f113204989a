import { type Day, itemStates } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { row, rows, type Sql, sql } from '../../database.ts';
import { forbidden } from '../../graphql/errors.ts';
import type { Viewer } from '../session/viewer.ts';
import { canRegisterComplaints, registeredBy } from './complaint.policy.ts';

export const registrationPeriods = ['TODAY', 'THIS_MONTH'] as const;
export type RegistrationPeriod = (typeof registrationPeriods)[number];

/** So many are listed, the newest first. */
const most = 200;

const registrationRow = z.object({
  number: z.string(),
  receivedOn: z.string(),
  channel: z.string(),
  onTheSpot: z.boolean(),
  state: z.enum(itemStates),
  acceptDueOn: z.string().nullable(),
  answerDueOn: z.string().nullable(),
});
/** A complaint as whoever registered it sees it again: nothing of who complained, of whom, or what was said. */
export type Registration = z.infer<typeof registrationRow>;

export interface Registrations {
  today: number;
  thisMonth: number;
  registrations: Registration[];
}

const countRow = z.object({ today: z.number(), thisMonth: z.number() });

/**
 * What the viewer registered at a desk on the business day or in its month, the newest first, at most 200; and how many on the day and in the
 * month. FORBIDDEN for all but windows and the complaint office.
 */
export async function ownRegistrations(viewer: Viewer, period: RegistrationPeriod): Promise<Registrations> {
  if (!canRegisterComplaints(viewer)) throw forbidden();
  const today = clock.today();
  const month = `${today.slice(0, 8)}01`;
  const counts = await row(
    countRow,
    sql`SELECT (count(*) FILTER (WHERE c.received_on = ${today}::date))::int AS today, count(*)::int AS "thisMonth"
        ${registeredSince(viewer, month)}`,
  );
  const registrations = await rows(
    registrationRow,
    sql`SELECT i.number, c.received_on::text AS "receivedOn", c.channel, c.on_the_spot AS "onTheSpot", i.state,
          CASE WHEN i.state = 'DRAFT' THEN c.accept_due_on::text END AS "acceptDueOn",
          CASE WHEN c.accepted_on IS NOT NULL AND c.answered_on IS NULL AND i.closed_on IS NULL
            AND i.state NOT IN ('MERGED', 'REFUSED', 'WITHDRAWN') THEN i.due_on::text END AS "answerDueOn"
        ${registeredSince(viewer, period === 'TODAY' ? today : month)} ORDER BY c.received_on DESC, i.number DESC LIMIT ${most}`,
  );
  return { ...counts, registrations };
}

/** `FROM … WHERE` of what the viewer registered from a day on to today. */
function registeredSince(viewer: Viewer, day: Day): Sql {
  return sql`FROM complaint c JOIN item i ON i.id = c.item_id JOIN item_event e ON e.item_id = i.id AND e.sequence = 1
    WHERE c.received_on BETWEEN ${day}::date AND ${clock.today()}::date AND ${registeredBy(viewer)}`;
}
