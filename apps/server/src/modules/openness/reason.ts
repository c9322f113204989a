import { InputError } from '../../graphql/errors.ts';

const most = 500;

/** The reason without blanks around it; InputError where one is needed and missing, or it is too long. */
export function reasonOf(given: string | null | undefined, isNeeded: boolean): string | null {
  const reason = given?.trim() || null;
  if (isNeeded && !reason) throw new InputError([{ field: 'reason', code: 'REQUIRED', message: '请填写理由。' }]);
  if (reason && [...reason].length > most) throw new InputError([{ field: 'reason', code: 'TOO_LONG', message: `理由最多 ${most} 字。` }]);
  return reason;
}
