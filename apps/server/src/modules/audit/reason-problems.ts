import type { FieldProblem } from '../../graphql/errors.ts';

const longest = 500;

/** What is wrong with the reason of an act that stands in a history for good: it is said, briefly, and without the person's `name`. */
export function reasonProblems(given: string, name: string | null = null): FieldProblem[] {
  const reason = given.trim();
  const length = [...reason].length;
  const problem = (code: string, message: string): FieldProblem[] => [{ field: 'reason', code, message }];
  if (length === 0) return problem('REQUIRED', '请填写理由。');
  if (length > longest) return problem('TOO_LONG', `理由最多 ${longest} 字，现为 ${length} 字。`);
  if (name !== null && [...name].length > 1 && reason.includes(name)) return problem('NAMES_PERSON', '理由中写有当事人姓名，请改用职务。');
  return [];
}
