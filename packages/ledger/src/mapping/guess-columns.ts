import { plainText } from '../clean-text.ts';
import type { Column, ColumnType } from '../column.ts';
import { HeadingMatcher, headingKey, isNeedless } from '../heading-matcher.ts';
import { likeness } from '../name-match.ts';
import { type CellContext, readCell } from '../read-cell.ts';
import type { Sheet } from '../sheet.ts';
import { hints } from './hints.ts';
import type { TabPreview } from './preview.ts';
import type { TabHeader } from './tab-headers.ts';

/** How sure a guess is: the heading is one of ours, or it is merely like one. */
export type GuessKind = 'EXACT' | 'LIKELY';

export interface Guess {
  column: Column;
  kind: GuessKind;
}

const likelyFrom = 0.7;

/**
 * What each column of a tab most likely is, by its place in the file: first headings that are ours by name or synonym, then words that other systems
 * use, then headings that are like one of ours and whose cells can be read so. Each column of ours at most once.
 */
export function guessColumns(headers: readonly TabHeader[], sheet: Sheet, context: CellContext): ReadonlyMap<number, Guess> {
  const guesses = new Map<number, Guess>();
  const used = new Set<string>();
  const take = (at: number, column: Column, kind: GuessKind) => {
    guesses.set(at, { column, kind });
    used.add(column.key);
  };
  const matcher = new HeadingMatcher(sheet);
  for (const { at, readings } of headers) {
    const match = matcher.matchAny(readings);
    if (match && !used.has(match.column.key)) take(at, match.column, 'EXACT');
  }
  const open = () => headers.filter(({ at, header }) => header !== '' && !guesses.has(at) && !isNeedless(header));
  for (const header of open()) {
    const named = sheet.columns.find((column) => isHinted(header, column) && !used.has(column.key) && fits(header, column, context));
    if (named) take(header.at, named, 'LIKELY');
  }
  for (const { header, column } of pairsByLikeness(open(), sheet)) {
    if (!guesses.has(header.at) && !used.has(column.key) && fits(header, column, context)) take(header.at, column, 'LIKELY');
  }
  return guesses;
}

/** True where a heading sounds like one that names a person, whatever it was mapped to. */
function soundsPersonal(readings: readonly string[], sheet: Sheet): boolean {
  return sheet.columns.some((column) => {
    if (!column.personal) return false;
    const names = [column.header, ...(column.synonyms ?? [])].map(headingKey);
    return readings.some((words) => names.includes(headingKey(words)) || isHint(words, column));
  });
}

/** Places of a tab's columns in which any of the first rows says a heading that names a person, wherever its headings are looked for. */
export function personalPlaces({ top }: TabPreview, sheet: Sheet): ReadonlySet<number> {
  const places = new Set<number>();
  for (const row of top) {
    for (const [at, words] of row.entries()) if (words !== '' && !places.has(at) && soundsPersonal([words], sheet)) places.add(at);
  }
  return places;
}

function isHinted({ readings }: TabHeader, column: Column): boolean {
  return readings.some((words) => isHint(words, column));
}

function isHint(words: string, { key }: Column): boolean {
  const asked = headingKey(words).replace(/[?？]$/, '');
  return (hints[key] ?? []).some((hint) => plainText(hint) === asked);
}

/** Headings and columns that are alike, the likest first; of equal ones what must be there, then in the sheet's order. */
function pairsByLikeness(headers: readonly TabHeader[], sheet: Sheet): { header: TabHeader; column: Column }[] {
  const pairs: { header: TabHeader; column: Column; score: number }[] = [];
  for (const header of headers) {
    // A number of another system is no number of ours.
    for (const column of sheet.columns.filter(({ type, key }) => type !== 'number' && key !== 'version')) {
      const names = [column.header, ...(column.synonyms ?? [])];
      const score = Math.max(...header.readings.flatMap((words) => names.map((name) => likeness(headingKey(words), headingKey(name)))));
      if (score >= likelyFrom) pairs.push({ header, column, score });
    }
  }
  const rank = ({ column }: { column: Column }) => (column.required ? 0 : 1);
  return pairs.sort((a, b) => b.score - a.score || rank(a) - rank(b));
}

const told: ReadonlySet<ColumnType> = new Set(['day', 'month', 'integer', 'decimal', 'boolean', 'choice']);

/** True unless the cells speak against it: none of the samples can be read as the column's type, or words are asked for and all are days. */
function fits({ samples }: TabHeader, column: Column, context: CellContext): boolean {
  if (samples.length === 0) return true;
  if (told.has(column.type)) return samples.some((sample) => isReadable(sample, column, context));
  return !samples.every((sample) => isReadable(sample, { ...column, type: 'day' }, context));
}

function isReadable(sample: string, column: Column, context: CellContext): boolean {
  const reading = readCell(sample, column, context);
  return reading !== null && 'value' in reading;
}
