import { createLookup, type LookupData } from '@duban/ledger/lookup';
import { unitKinds } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';

/** How the sheet says 状态 of a record that was revoked. */
export const revokedWord = '已撤销';

const unitRow = z.object({ id: z.string(), name: z.string(), shortName: z.string(), kind: z.enum(unitKinds) });
const termRow = z.object({ dictionary: z.string(), code: z.string(), name: z.string() });

/**
 * The names in force, and with them those of units, levels and forms that a record holds from earlier: what the register writes out it reads
 * again. An earlier name that another goes by today stands for today's.
 */
export async function registerNames(inForce: LookupData): Promise<LookupData> {
  const known = createLookup(inForce);
  const units = await rows(
    unitRow,
    sql`SELECT DISTINCT u.id, u.name, u.short_name AS "shortName", u.kind FROM accountability r JOIN unit u ON u.id = r.unit_id
        WHERE NOT u.id = ANY(${inForce.units.map(({ id }) => id)}::text[]) ORDER BY u.id`,
  );
  const terms = await rows(
    termRow,
    sql`SELECT DISTINCT t.dictionary, t.code, t.name FROM accountability r JOIN term t
          ON (t.dictionary = 'accountability-form' AND t.code = r.form) OR (t.dictionary = 'post-level' AND t.code = r.post_level)
        ORDER BY t.dictionary, t.code`,
  );
  const earlierTerms = terms.filter(
    ({ dictionary, code, name }) => !('id' in known.term(dictionary, code) || 'id' in known.term(dictionary, name)),
  );
  return {
    ...inForce,
    units: [...inForce.units, ...units.filter(({ name }) => !('id' in known.unit(name))).map((unit) => ({ ...unit, aliases: [] }))],
    terms: [...inForce.terms, ...earlierTerms.map((term) => ({ ...term, aliases: [] }))],
  };
}
