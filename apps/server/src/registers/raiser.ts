import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Sql, sql, type TableRow } from '../database.ts';
import { decrypt, encrypt, keys, mac } from '../keys.ts';
import { hexBytea, normalPhone } from './complainant.ts';

/** Who raised a problem, in clear: only for those who answer, for comparing with a file, and for sealing. */
export interface Raiser {
  raiserName: string | null;
  raiserPhone: string | null;
}

export const noRaiser: Raiser = { raiserName: null, raiserPhone: null };

const bytes = z.instanceof(Buffer).nullable();
const sealedRow = z.object({ wrappedKey: bytes, nameCipher: bytes, phoneCipher: bytes });

/** What `openRaiser` needs, of alias `r` of `problem_raiser`. */
export const sealedRaiserColumns: Sql = sql`r.wrapped_key AS "wrappedKey", r.name_cipher AS "nameCipher", r.phone_cipher AS "phoneCipher"`;

/** Opens the ciphertext; nobody when there is none or its key was dropped. */
export function openRaiser(stored: TableRow): Raiser {
  const { wrappedKey, nameCipher, phoneCipher } = sealedRow.parse(stored);
  if (!wrappedKey) return noRaiser;
  const key = decrypt(keys.wrap, wrappedKey);
  const open = (cipher: Buffer | null) => cipher && decrypt(key, cipher).toString('utf8');
  return { raiserName: open(nameCipher), raiserPhone: open(phoneCipher) };
}

/** The row of `problem_raiser`: ciphertext under the key of this problem alone, and a blind index of the phone. */
export function sealRaiser(itemId: string, { raiserName, raiserPhone }: Raiser, wrappedKey: Buffer | null = null): TableRow {
  const key = wrappedKey ? decrypt(keys.wrap, wrappedKey) : randomBytes(32);
  const seal = (text: string | null) => text && hexBytea(encrypt(key, Buffer.from(text, 'utf8')));
  return {
    item_id: itemId,
    wrapped_key: hexBytea(wrappedKey ?? encrypt(keys.wrap, key)),
    name_cipher: seal(raiserName),
    phone_cipher: seal(raiserPhone),
    phone_index: raiserPhone && mac(keys.blindIndex, `phone:${normalPhone(raiserPhone)}`),
  };
}
