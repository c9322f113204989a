import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { monthStart } from '../report-days.ts';
import { countWords, type WordCount } from './count-words.ts';
import { segmenter } from './segment.ts';
import { stopWords } from './stop-words.ts';

const months = 12;

/** A word, with the days of receipt between which it was counted. */
export interface ComplaintWord extends WordCount {
  from: string;
  to: string;
}

/**
 * Hot words of the complaints received in the twelve months up to that of the as-of day (policy 2(2)5): the facts that units read are
 * segmented, never what the complainants wrote. Counted are items whose facts hold the word, each once; merged ones aren't. Words of two
 * characters or more, without stop words, names of units and of the campaign; a word of one complaint alone is none.
 */
export async function complaintWords(viewer: Viewer, asOf: string, given: ItemFilter, first: number): Promise<ComplaintWord[]> {
  const from = monthStart(asOf, months - 1);
  const filter: ItemFilter = { ...given, kinds: ['COMPLAINT'], found: { from, to: asOf } };
  const [texts, names, cut] = await Promise.all([
    rows(
      z.object({ facts: z.string() }),
      sql`SELECT string_agg(c.facts, E'\\n') AS facts
        ${fromItems(viewer, asOf, filter, sql`JOIN complaint c ON c.item_id = i.id AND c.facts <> ''`)} GROUP BY i.id`,
    ),
    namesOfPlace(),
    segmenter(),
  ]);
  const facts = texts.map((text) => text.facts);
  const words = await countWords(facts, { cut, stopWords: stopWords(), names, first });
  return words.map((word) => ({ ...word, from, to: asOf }));
}

/** Names of units, whole, short and other, also without the city's own; and the parts of the campaign's title. */
async function namesOfPlace(): Promise<string[]> {
  const found = await rows(
    z.object({ name: z.string(), city: z.string() }),
    sql`SELECT n.name, p.city_name AS city FROM campaign p CROSS JOIN (
        SELECT name FROM unit UNION SELECT short_name FROM unit UNION SELECT alias FROM unit_alias
        UNION SELECT unnest(regexp_split_to_array(title, '[、，,\\s]+')) FROM campaign) n`,
  );
  return found.flatMap(({ name, city }) => [name, ...withoutCity(name, city)]);
}

/** 驻马店市教育局 and 市教育局 are 教育局 too. */
function withoutCity(name: string, city: string): string[] {
  const plain = name.startsWith(city) ? name.slice(city.length) : name.startsWith('市') ? name.slice(1) : name;
  return plain !== name && plain.length > 2 ? [plain, `市${plain}`] : [];
}
