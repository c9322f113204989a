import { randomBytes } from 'node:crypto';
import { decrypt, encrypt, keys, mac } from '../../keys.ts';

/** A name as the database holds it: ciphertext under a key of the record alone, itself wrapped by the master key. */
export interface SealedName {
  wrappedKey: Buffer | null;
  nameCipher: Buffer | null;
}

export const noName: SealedName = { wrappedKey: null, nameCipher: null };

/** Seals a name under a fresh key; null seals nothing. */
export function sealName(name: string | null): SealedName {
  if (name === null) return noName;
  const key = randomBytes(32);
  return { wrappedKey: encrypt(keys.wrap, key), nameCipher: encrypt(key, Buffer.from(name, 'utf8')) };
}

/** The name in clear; null when there is none or its key was dropped. */
export function openName({ wrappedKey, nameCipher }: SealedName): string | null {
  if (!wrappedKey || !nameCipher) return null;
  return decrypt(decrypt(keys.wrap, wrappedKey), nameCipher).toString('utf8');
}

/** Stands for a sealed name in the history: a name put in the place of another shows, and no name can be guessed from it. */
export function markOfName({ wrappedKey, nameCipher }: SealedName): string | null {
  if (!wrappedKey || !nameCipher) return null;
  return mac(keys.audit, `${wrappedKey.toString('hex')}:${nameCipher.toString('hex')}`);
}

/** 张某某 → 张**: enough to tell two records apart for who knows the case. */
export function maskName(name: string): string {
  return `${[...name][0] ?? ''}**`;
}
