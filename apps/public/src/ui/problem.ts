import type { TextKey, TextValues, Translate } from '../i18n/i18n.ts';

/** What is wrong in one field: a text of ours, or the server's sentence. */
export type Problem = { field: string } & ({ key: TextKey; values?: TextValues } | { message: string });

/** The sentence of a problem, in the page's language where it is ours. */
export const sentenceOf = (t: Translate, problem: Problem) => ('key' in problem ? t(problem.key, problem.values) : problem.message);

/** The sentence for one field; undefined where nothing is wrong with it. */
export function problemAt(t: Translate, problems: readonly Problem[], field: string): string | undefined {
  const found = problems.find((problem) => problem.field === field);
  return found && sentenceOf(t, found);
}

/** Counts what a person sees as letters, so that an emoji or a rare character is one. */
export const lengthOf = (text: string) => Array.from(text).length;
