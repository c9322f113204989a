import { createLookup } from '../lookup.ts';
import { messageOf } from '../message-of.ts';
import { type ParsedWorkbook, type ParseOptions, parseWorkbook } from '../parse.ts';
import type { ParsedRow, Problem } from '../problem.ts';
import type { Register } from '../register.ts';
import { styleProblemRegister } from '../registers/style-problem.ts';
import { sampleLookup } from './sample-lookup.fixture.ts';

export const lookup = createLookup(sampleLookup);

/** Parses with the sample city, as the campaign's year 2014. */
export function parse<R extends Register>(bytes: Uint8Array, register: R, options: ParseOptions = {}): Promise<ParsedWorkbook<R>> {
  return parseWorkbook(bytes, register, lookup, { year: 2014, ...options });
}

export function parseStyle(bytes: Uint8Array, options: ParseOptions = {}): Promise<ParsedWorkbook<typeof styleProblemRegister>> {
  return parse(bytes, styleProblemRegister, options);
}

export const chinese = (problems: readonly Problem[]): string[] => problems.map((each) => messageOf(each, 'zh-CN'));

/** Sentences of all rows. */
export const sentences = (rows: readonly ParsedRow[]): string[] => rows.flatMap((row) => chinese(row.problems));
