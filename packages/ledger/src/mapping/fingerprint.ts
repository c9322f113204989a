import { createHash } from 'node:crypto';
import { headingKey } from '../heading-matcher.ts';
import type { TabHeader } from './tab-headers.ts';

/** What a mapping remembers of a tab: by its headings, not by their places. */
export interface RememberedTab {
  /** Key of the sheet. */
  sheet: string;
  /** Column of ours by the file's heading (`headerKeys`); a heading that isn't here is not imported. */
  columns: Readonly<Record<string, string>>;
  constants: readonly { column: string; value: string }[];
}

/** Tells tables with the same headings, in whatever order and however blanks and widths are written. null: too few headings to tell by. */
export function fingerprintOf(headers: readonly string[]): string | null {
  const words = headers.map(headingKey).filter((word) => word !== '');
  if (new Set(words).size < 2) return null;
  return createHash('sha256').update(JSON.stringify(words.sort())).digest('hex');
}

/**
 * What each column is remembered by: a digest of its heading, so that no words of a file are kept, should a row of data be taken for headings;
 * the second of the same words apart from the first, a column without a heading by its letter.
 */
export function headerKeys(headers: readonly TabHeader[]): string[] {
  const seen = new Map<string, number>();
  return headers.map(({ header, letter }) => {
    const word = headingKey(header);
    if (word === '') return `@${letter}`;
    const times = (seen.get(word) ?? 0) + 1;
    seen.set(word, times);
    return createHash('sha256').update(`${times} ${word}`).digest('hex').slice(0, 24);
  });
}
