import { sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { type ChannelMonth, channelMonths } from '../channel-months.ts';
import { monthStart } from '../report-days.ts';

const months = 12;

/**
 * Problems of the public (policy 2(4)3) by month raised and channel, over the twelve months up to that of the as-of day; months before the
 * first problem are left out. Counted are items, each once; merged ones aren't counted.
 */
export function publicProblemIntake(viewer: Viewer, asOf: string, given: ItemFilter = {}): Promise<ChannelMonth[]> {
  const since = monthStart(asOf, months - 1);
  const problems = fromItems(viewer, asOf, { ...given, kinds: ['PUBLIC_PROBLEM'] }, sql`JOIN public_problem q ON q.item_id = i.id`);
  return channelMonths(
    sql`SELECT date_trunc('month', i.found_on)::date AS month, q.channel, count(*)::int AS count ${problems}
        AND i.found_on BETWEEN ${since}::date AND ${asOf}::date GROUP BY 1, 2`,
    'public-problem-channel',
    asOf,
  );
}
