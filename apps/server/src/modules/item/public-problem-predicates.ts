import type { ProblemOrigin } from '@duban/rules/vocabulary';
import { type Sql, sql } from '../../database.ts';

// What may be said of a problem of the public (policy 2(4)3), on alias `i` (the item), by the register's own row.

/** Whoever raised it was answered by the day; as recorded now, since a matter that was reopened is to be answered anew. */
export function isProblemAnswered(asOf: string): Sql {
  return sql`EXISTS (SELECT 1 FROM public_problem d WHERE d.item_id = i.id AND d.answered_on <= ${asOf}::date)`;
}

/** 征求意见得来, or 单位自身查找. */
export function isOfOrigin(origins: readonly ProblemOrigin[]): Sql {
  return sql`EXISTS (SELECT 1 FROM public_problem d WHERE d.item_id = i.id AND d.origin = ANY(${origins}::problem_origin[]))`;
}

export function cameThrough(channels: readonly string[]): Sql {
  return sql`EXISTS (SELECT 1 FROM public_problem d WHERE d.item_id = i.id AND d.channel = ANY(${channels}::text[]))`;
}

/** Rated so when it was written off, as known on the day. */
export function isRated(grades: readonly string[], asOf: string): Sql {
  return sql`EXISTS (SELECT 1 FROM public_problem d WHERE d.item_id = i.id AND d.satisfaction = ANY(${grades}::satisfaction[])
    AND coalesce(i.written_off_on <= ${asOf}::date, TRUE))`;
}
