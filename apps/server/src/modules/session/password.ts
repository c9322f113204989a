import { hash, verify } from '@node-rs/argon2';

/** Hashing is heavy on purpose, so only a few run at once and a flood is turned away instead of starving everyone. */
const atOnce = 2;
const mostWaiting = 40;
let running = 0;
const waiting: (() => void)[] = [];

/** Too many people are signing in at this moment. */
export class SignInBusy extends Error {
  override readonly name = 'SignInBusy';
}

async function bounded<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new SignInBusy('Too many password checks are waiting');
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** argon2id with the library's defaults (19 MiB, 2 passes), PHC string; off the main thread. */
export function hashPassword(password: string): Promise<string> {
  return bounded(() => hash(password));
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return bounded(() => verify(passwordHash, password));
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
