import { clock } from '../../clock.ts';
import { type Administrator, administer, Problems } from './administration.ts';

export interface TermEntry {
  dictionary: string;
  code: string;
  name: string;
  nameEn: string;
  aliases: readonly string[];
  position: number;
  /** 释义待确认; absent: as it was. */
  isUnconfirmed?: boolean | null | undefined;
}

/** Adds an entry to a dictionary, or changes the one with its code. InputError at `dictionary`, `code`, the names or `aliases`. */
export async function saveTerm(by: Administrator, given: TermEntry): Promise<void> {
  await administer(by, 'saveTerm', { ...given }, async (tx) => {
    const { dictionary } = given;
    const problems = new Problems();
    const code = problems.text(given.code, 'code', 40);
    const name = problems.text(given.name, 'name', 40);
    const nameEn = problems.text(given.nameEn, 'nameEn', 100);
    const aliases = [...new Set(given.aliases.map((alias) => alias.trim()).filter(Boolean))];
    const { rowCount: known } = await tx.query('SELECT 1 FROM term WHERE dictionary = $1 LIMIT 1', [dictionary]);
    const { rows: taken } = await tx.query<{ name: string }>(
      `SELECT name FROM term WHERE dictionary = $1 AND code <> $2 AND (name = ANY($3) OR aliases && $3) LIMIT 1`,
      [dictionary, code, [name, ...aliases]],
    );
    problems
      .when(!known, 'dictionary', 'UNKNOWN', '没有这本字典。')
      .when(taken.length > 0, 'name', 'TAKEN', `名称或别名与「${taken[0]?.name ?? ''}」重复。`)
      .refuse();
    await tx.query(
      `INSERT INTO term (dictionary, code, name, name_en, aliases, position, origin, valid_from, valid_to, extra)
       VALUES ($1, $2, $3, $4, $5, $6, 'LOCAL', $7, '9999-12-31', jsonb_strip_nulls(jsonb_build_object('unconfirmed', $8::boolean)))
       ON CONFLICT (dictionary, code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, aliases = excluded.aliases,
         position = excluded.position, origin = 'LOCAL', valid_to = excluded.valid_to, extra = term.extra || excluded.extra`,
      [dictionary, code, name, nameEn, aliases, given.position, clock.today(), given.isUnconfirmed ?? null],
    );
  });
}

/** Ends a dictionary entry with a day: what uses it keeps it, new items can't choose it. InputError at `code` or `lastDay`. */
export async function endTerm(by: Administrator, dictionary: string, code: string, lastDay: string): Promise<void> {
  await administer(by, 'endTerm', { dictionary, code, lastDay }, async (tx) => {
    const { rows } = await tx.query<{ valid_from: string }>('SELECT valid_from FROM term WHERE dictionary = $1 AND code = $2 FOR UPDATE', [
      dictionary,
      code,
    ]);
    const [found] = rows;
    new Problems()
      .when(!found, 'code', 'UNKNOWN', '没有这个条目。')
      .when(found !== undefined && lastDay < found.valid_from, 'lastDay', 'TOO_EARLY', '不能早于启用日期。')
      .refuse();
    await tx.query(`UPDATE term SET valid_to = $3, origin = 'LOCAL' WHERE dictionary = $1 AND code = $2`, [dictionary, code, lastDay]);
  });
}
