import type { TextKey } from '../i18n/i18n.ts';
import { lengthOf, type Problem } from '../ui/problem.ts';

/** What is wrong with a text that is needed and has a greatest length. */
export function textProblem(field: string, text: string, max: number, needed: TextKey): Problem[] {
  if (text.trim() === '') return [{ field, key: needed }];
  const over = lengthOf(text) - max;
  return over > 0 ? [{ field, key: 'problem.textLong', values: { max, over } }] : [];
}
