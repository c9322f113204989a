import type { Day, UnitKind } from '@duban/rules/vocabulary';

/** A closed word of a drop-down: the value kept and the words a ledger may use for it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly labelEn: string;
  readonly synonyms?: readonly string[];
}

/**
 * What a column holds once read:
 * `number` an item's number · `text` · `day` · `month` (its last day) · `integer` · `decimal` · `boolean` · `choice` one of `choices` ·
 * `term`/`terms` codes of a dictionary · `unit`/`units` unit ids · `unitOrText`/`postOrText` an id where the name is known, else the words.
 */
export type ColumnType =
  | 'number'
  | 'text'
  | 'day'
  | 'month'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'choice'
  | 'term'
  | 'terms'
  | 'unit'
  | 'units'
  | 'unitOrText'
  | 'postOrText';

/** One column of a ledger sheet: how it is headed, what it means, how its cells are read. */
export interface Column {
  readonly key: string;
  /** Heading in Chinese, as written in exports and templates. */
  readonly header: string;
  readonly headerEn: string;
  /** Other headings under which cities keep this column. */
  readonly synonyms?: readonly string[];
  readonly type: ColumnType;
  /** The column must be present and every row must fill it. */
  readonly required?: true;
  /** Characters, for text. */
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** Decimal places kept, for decimals (2 unless given). */
  readonly scale?: number;
  /** What a number counts, e.g. 万元, 亩: accepted after the number, refused when another is written. */
  readonly measure?: string;
  /** One sentence for the notes sheet. */
  readonly meaning: string;
  readonly meaningEn: string;
  readonly examples?: readonly string[];
  readonly choices?: readonly Choice[];
  /** Words for yes and no, first the one written. */
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  /** Dictionary of a `term` or `terms` column. */
  readonly dictionary?: Dictionary;
  /** Only units of this kind fit, e.g. counties. */
  readonly unitKind?: UnitKind;
  /** A state: taken when an item is created, refused by name on an existing one (model 13). */
  readonly onCreateOnly?: true;
  /** Identifies a person: never repeated in a problem, left out of exports unless asked for. */
  readonly personal?: true;
}

export const dictionaries = [
  'style-category',
  'project-stage',
  'hard-problem-theme',
  'livelihood-programme',
  'complaint-class',
  'complaint-channel',
  'supervision-source',
  'public-topic',
  'public-problem-channel',
  'rectification-campaign',
  'road-disorder',
  'enforcement-disorder',
  'accountability-form',
  'post-level',
  'visit-kind',
] as const;
export type Dictionary = (typeof dictionaries)[number];

/** A unit named in a ledger: its id where the name is known, and always the words as written. */
export interface UnitReference {
  unitId: string | null;
  text: string;
}

/** A post named in a ledger: its id where the title is known, and always the words as written. */
export interface PostReference {
  postId: string | null;
  text: string;
}

interface ValueTypes {
  number: string;
  text: string;
  day: Day;
  month: Day;
  integer: number;
  decimal: number;
  boolean: boolean;
  term: string;
  terms: string[];
  unit: string;
  units: string[];
  unitOrText: UnitReference;
  postOrText: PostReference;
}

/** The type of a filled cell of a column. */
export type ValueOf<C extends Column> = C['type'] extends 'choice'
  ? C extends { choices: readonly { value: infer V }[] }
    ? V
    : string
  : C['type'] extends keyof ValueTypes
    ? ValueTypes[C['type']]
    : CellContent;

/** Any value a cell can be read to. */
export type CellContent = ValueTypes[keyof ValueTypes];
