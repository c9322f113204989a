import { clock } from '../clock.ts';
import { empty, type Sql, sql } from '../database.ts';

/**
 * WHERE on alias `f` of `period_figure`: figures of whole items that were known on a day (model 6). As of today what was superseded is left
 * out; as of a past day a figure superseded later still counts: take the newest of each period (`known_on DESC, id DESC`).
 */
export function knownFigures(asOf: string): Sql {
  const standing = asOf >= clock.today() ? sql`AND f.superseded_at IS NULL` : empty;
  return sql`f.county_id IS NULL AND f.known_on <= ${asOf}::date ${standing}`;
}
