import { InputError } from '../../graphql/errors.ts';

/** Lengths of a reason, in characters. */
const least = 4;
const most = 200;

/** Why somebody looks at who complained, as it is recorded. InputError at `reason` when it is too short or too long. */
export function revealReason(given: string): string {
  const reason = given.trim();
  const { length } = [...reason];
  if (length < least || length > most)
    throw new InputError([{ field: 'reason', code: 'REASON', message: `请写明查看理由（${least} 至 ${most} 字）。` }]);
  return reason;
}
