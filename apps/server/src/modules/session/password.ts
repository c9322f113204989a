import { hash, verify } from '@node-rs/argon2';
import { lane } from '../../lane.ts';

/** Hashing is heavy on purpose, so only a few run at once. */
const bounded = lane(2, 40);
/** The public site waits in a line of its own: however many ask there, officials sign in. */
const boundedPublic = lane(2, 100);

/** argon2id with the library's defaults (19 MiB, 2 passes), PHC string; off the main thread. */
export function hashPassword(password: string): Promise<string> {
  return bounded(() => hash(password));
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return bounded(() => verify(passwordHash, password));
}

/** `hashPassword` for the secret of a complaint. */
export function hashSecret(secret: string): Promise<string> {
  return boundedPublic(() => hash(secret));
}

export function verifySecret(secretHash: string, secret: string): Promise<boolean> {
  return boundedPublic(() => verify(secretHash, secret));
}

/** Why a new password is refused; null when it will do (等保: length and three of four kinds of character). */
export function passwordProblem(password: string, account: string): 'TOO_SHORT' | 'TOO_LONG' | 'TOO_SIMPLE' | 'CONTAINS_ACCOUNT' | null {
  if (password.length < 10) return 'TOO_SHORT';
  if (password.length > 128) return 'TOO_LONG';
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length;
  if (kinds < 3) return 'TOO_SIMPLE';
  return password.toLowerCase().includes(account.toLowerCase()) ? 'CONTAINS_ACCOUNT' : null;
}

export const passwordSentences = {
  TOO_SHORT: '密码至少 10 位。',
  TOO_LONG: '密码最多 128 位。',
  TOO_SIMPLE: '密码须含大写字母、小写字母、数字、符号中的三种。',
  CONTAINS_ACCOUNT: '密码不能包含账号。',
} as const;
