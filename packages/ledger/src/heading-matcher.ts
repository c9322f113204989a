import { plainText } from './clean-text.ts';
import type { Column } from './column.ts';
import { measures } from './read-number.ts';
import type { Sheet } from './sheet.ts';

/** Headings that every ledger has and nobody needs. */
const needless = new Set(['序号', '行号', 'no.', 'no']);

/** A heading as compared: without blanks, widths, stars, 必填. */
export function headingKey(words: string): string {
  return plainText(words)
    .replace(/[([](?:必填|选填|可选|required)[^)\]]*[)\]]/g, '')
    .replace(/[*※:]/g, '');
}

/** True of a heading that may be left out without a word, such as 序号. */
export function isNeedless(header: string): boolean {
  return needless.has(plainText(header));
}

/** Headings by name and synonym, whatever blanks, widths, stars and 必填 stand around them. */
export class HeadingMatcher {
  readonly #byName = new Map<string, Column>();
  readonly #columns: readonly Column[];

  constructor(sheet: Sheet) {
    this.#columns = sheet.columns;
    for (const column of sheet.columns) {
      for (const word of [column.header, column.headerEn]) this.#byName.set(headingKey(word), column);
    }
    for (const column of sheet.columns) {
      for (const word of column.synonyms ?? []) if (!this.#byName.has(headingKey(word))) this.#byName.set(headingKey(word), column);
    }
  }

  get size(): number {
    return this.#columns.length;
  }

  /** The column a heading stands for; `measure` is the wrong one it names, e.g. 亿元 where 万元 is meant. */
  match(words: string): { column: Column; measure?: string } | null {
    const key = headingKey(words);
    const exact = this.#byName.get(key);
    if (exact) return { column: exact };
    const [, base = '', inside = ''] = /^(.*?)[([](.*)[)\]]$/.exec(key) ?? [];
    const column = this.#byName.get(base);
    if (!column) return null;
    const measure = wrongMeasure(inside, column);
    return measure ? { column, measure } : { column };
  }

  /** The first of several readings of a heading that stands for a column. */
  matchAny(candidates: readonly string[]): { column: Column; measure?: string } | null {
    for (const words of candidates) {
      const match = this.match(words);
      if (match) return match;
    }
    return null;
  }

  unusedHeaders(used: ReadonlySet<string>): string[] {
    return this.#columns.filter((column) => !used.has(column.key)).map((column) => column.header);
  }
}

/** The measure that a heading names in brackets, where it isn't the column's own. */
export function measureAgainst(header: string, column: Column): string | null {
  const [, inside = ''] = /[([]([^()[\]]*)[)\]]$/.exec(headingKey(header)) ?? [];
  return wrongMeasure(inside, column);
}

function wrongMeasure(inside: string, { measure }: Column): string | null {
  const unit = inside.replace(/^单位[:：]?/, '');
  return measure && measures.includes(unit) && unit !== measure ? unit : null;
}
