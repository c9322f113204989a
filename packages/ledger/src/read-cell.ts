import { formatItemNumber, parseItemNumber } from '@duban/rules/numbers';
import { cleanText, hasLoneSurrogate, isPlaceholder, numberText, plainText } from './clean-text.ts';
import type { CellContent, Column } from './column.ts';
import type { Lookup, Match } from './lookup.ts';
import { nearest } from './name-match.ts';
import { type DayContext, fail, type RawCell, type Reading, readDay, readMonth } from './read-day.ts';
import { readNumber } from './read-number.ts';
import { restoreText } from './safe-text.ts';

/** Excel keeps 15 digits of a number. */
const largestExactNumber = 999_999_999_999_999;

export interface CellContext extends DayContext {
  lookup: Lookup;
}

/** Reads a cell by its column's type; null = an empty cell (or a mere dash where words aren't asked for). */
export function readCell(cell: RawCell, column: Column, context: CellContext): Reading<CellContent> | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'string' && cleanText(cell) === '') return null;
  if (typeof cell === 'string' && hasLoneSurrogate(cell)) return fail('BAD_CHARACTER', {});
  if (typeof cell === 'number' && Math.abs(cell) > largestExactNumber && isWords(column)) return fail('DIGITS_LOST', {});
  if (column.type !== 'text' && typeof cell === 'string' && isPlaceholder(cell)) return null;
  return readFilled(cell, column, context);
}

function isWords(column: Column): boolean {
  return column.type !== 'integer' && column.type !== 'decimal' && column.type !== 'day' && column.type !== 'month';
}

function readFilled(cell: Exclude<RawCell, null | undefined>, column: Column, context: CellContext): Reading<CellContent> {
  switch (column.type) {
    case 'day':
      return readDay(cell, context);
    case 'month':
      return readMonth(cell, context);
    case 'integer':
    case 'decimal':
      return readNumber(cell, column);
    case 'number':
      return readItemNumber(wordsOf(cell), column.maxLength ?? 40);
    case 'text':
      return readText(wordsOf(cell), column);
    case 'boolean':
      return readBoolean(cell, column);
    case 'choice':
      return readChoice(wordsOf(cell), column);
    case 'term':
      return readTerm(wordsOf(cell), column, context.lookup);
    case 'terms':
      return readSeveral(wordsOf(cell), (word) => readTerm(word, column, context.lookup));
    case 'unit':
      return readUnit(wordsOf(cell), column, context.lookup);
    case 'units':
      return readSeveral(wordsOf(cell), (word) => readUnit(word, column, context.lookup));
    case 'unitOrText':
      return readUnitOrText(wordsOf(cell), column, context.lookup);
    case 'postOrText':
      return readPostOrText(wordsOf(cell), column, context.lookup);
  }
}

/** A cell as words: a number by its digits, a day as ISO text. */
function wordsOf(cell: Exclude<RawCell, null | undefined>): string {
  if (typeof cell === 'string') return restoreText(cleanText(cell));
  if (typeof cell === 'number') return numberText(cell);
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell ? '是' : '否';
}

function readItemNumber(words: string, limit: number): Reading<string> {
  const parsed = parseItemNumber(words);
  if (parsed) return { value: formatItemNumber(parsed) };
  const value = words
    .normalize('NFKC')
    .replace(/[ \t]+/g, '')
    .replace(/[‐-―−]/g, '-');
  return value.length > limit || value.includes('\n') ? fail('BAD_ITEM_NUMBER', { value: words.slice(0, 60), limit }) : { value };
}

function readText(words: string, { maxLength }: Column): Reading<string> {
  const length = [...words].length;
  return maxLength !== undefined && length > maxLength ? fail('TOO_LONG', { length, limit: maxLength }) : { value: words };
}

const yesWords = ['是', '√', '✓', '✔', '有', 'y', 'yes', 'true', '1'];
const noWords = ['否', '×', '✗', '✘', 'x', 'n', 'no', 'false', '0'];

function readBoolean(cell: Exclude<RawCell, null | undefined>, column: Column): Reading<boolean> {
  if (typeof cell === 'boolean') return { value: cell };
  const words = wordsOf(cell);
  const plain = plainText(words);
  const { yes = ['是'], no = ['否'] } = column;
  if ([...yes, ...yesWords].includes(plain)) return { value: true };
  if ([...no, ...noWords].includes(plain)) return { value: false };
  return fail('BAD_BOOLEAN', { value: words, yes: yes[0]!, no: no[0]! });
}

function readChoice(words: string, column: Column): Reading<string> {
  const plain = plainText(words);
  const choices = column.choices ?? [];
  const match = choices.find((choice) =>
    [choice.label, choice.labelEn, choice.value, ...(choice.synonyms ?? [])].some((word) => plainText(word) === plain),
  );
  return match ? { value: match.value } : fail('BAD_CHOICE', { value: words, choices: choices.map((choice) => choice.label) });
}

function readTerm(words: string, column: Column, lookup: Lookup): Reading<string> {
  const dictionary = column.dictionary ?? '';
  const match = lookup.term(dictionary, words);
  if ('id' in match) return { value: match.id };
  const suggestions = 'candidates' in match ? match.candidates : match.suggestions;
  return fail('UNKNOWN_TERM', {
    value: words,
    suggestions: suggestions.length > 0 ? suggestions : lookup.termNames(dictionary).slice(0, 3),
  });
}

function readUnit(words: string, column: Column, lookup: Lookup): Reading<string> {
  const match = lookup.unit(words);
  if ('candidates' in match) return fail('AMBIGUOUS_UNIT', { value: words, candidates: match.candidates });
  if ('suggestions' in match) {
    const suggestions = column.unitKind ? nearest(words, lookup.unitNames(column.unitKind)) : match.suggestions;
    return fail('UNKNOWN_UNIT', { value: words, suggestions });
  }
  if (column.unitKind === 'COUNTY' && lookup.unitKind(match.id) !== 'COUNTY') return fail('NOT_A_COUNTY', { value: words });
  return { value: match.id };
}

function readUnitOrText(words: string, column: Column, lookup: Lookup): Reading<CellContent> {
  return orText(words, column, lookup.unit(words), (unitId, text) => ({ unitId, text }));
}

function readPostOrText(words: string, column: Column, lookup: Lookup): Reading<CellContent> {
  return orText(words, column, lookup.post(words), (postId, text) => ({ postId, text }));
}

function orText(words: string, column: Column, match: Match, make: (id: string | null, text: string) => CellContent): Reading<CellContent> {
  const text = readText(words, column);
  return 'failure' in text ? text : { value: make('id' in match ? match.id : null, text.value) };
}

/** One name or several, set apart by ；, a line break, 、, a comma, a stroke or a blank; a name may itself hold the weaker of these. Each at most once. */
function readSeveral(words: string, readOne: (word: string) => Reading<string>): Reading<string[]> {
  const values = new Set<string>();
  for (const part of split(words, /[;；\n]+/)) {
    const whole = readOne(part);
    if ('value' in whole) values.add(whole.value);
    else {
      for (const word of split(part, /[、，,/\s\u3000]+/)) {
        const reading = readOne(word);
        if ('failure' in reading) return reading;
        values.add(reading.value);
      }
    }
  }
  return { value: [...values] };
}

function split(words: string, separators: RegExp): string[] {
  return words.split(separators).filter((part) => part.trim() !== '');
}
