import { randomBytes } from 'node:crypto';
import type { Day } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { type Sql, sql, type TableRow } from '../database.ts';
import { decrypt, encrypt, keys, mac } from '../keys.ts';

/** Who complained, in clear: only for inspection, for comparing with a file, and for sealing. */
export interface Complainant {
  complainantName: string | null;
  complainantPhone: string | null;
  complainantIdentity: string | null;
  complainantAddress: string | null;
}

export const nobody: Complainant = {
  complainantName: null,
  complainantPhone: null,
  complainantIdentity: null,
  complainantAddress: null,
};

const bytes = z.instanceof(Buffer).nullable();
const sealedRow = z.object({ wrappedKey: bytes, nameCipher: bytes, phoneCipher: bytes, identityCipher: bytes, addressCipher: bytes });

/** What `openComplainant` needs, of alias `p` of `complainant`. */
export const sealedColumns: Sql = sql`p.wrapped_key AS "wrappedKey", p.name_cipher AS "nameCipher", p.phone_cipher AS "phoneCipher",
  p.identity_cipher AS "identityCipher", p.address_cipher AS "addressCipher"`;

/** Opens the ciphertext of a complaint; nobody when there is none or its key was dropped. */
export function openComplainant(stored: TableRow): Complainant {
  const { wrappedKey, nameCipher, phoneCipher, identityCipher, addressCipher } = sealedRow.parse(stored);
  if (!wrappedKey) return nobody;
  const key = decrypt(keys.wrap, wrappedKey);
  const open = (cipher: Buffer | null) => cipher && decrypt(key, cipher).toString('utf8');
  return {
    complainantName: open(nameCipher),
    complainantPhone: open(phoneCipher),
    complainantIdentity: open(identityCipher),
    complainantAddress: open(addressCipher),
  };
}

/** What a complainant wrote, in their own words. */
export interface Statement {
  facts: string;
  wish: string | null;
  /** Whom it concerns, as written. */
  concerns: string | null;
  place: string | null;
  occurredOn: Day | null;
}

const statementText = z.object({
  facts: z.string(),
  wish: z.string().nullable(),
  concerns: z.string().nullable(),
  place: z.string().nullable(),
  occurredOn: z.string().nullable(),
});

/** The statement of a complaint; null where there is none, or its key was dropped. */
export function openStatement({
  wrappedKey,
  statementCipher,
}: {
  wrappedKey: Buffer | null;
  statementCipher: Buffer | null;
}): Statement | null {
  if (!wrappedKey || !statementCipher) return null;
  return statementText.parse(JSON.parse(decrypt(decrypt(keys.wrap, wrappedKey), statementCipher).toString('utf8')));
}

/** Seals a later text under the complaint's key. */
export function sealText(wrappedKey: Buffer, text: string): string {
  return hexBytea(encrypt(decrypt(keys.wrap, wrappedKey), Buffer.from(text, 'utf8')));
}

export function openText(wrappedKey: Buffer, cipher: Buffer): string {
  return decrypt(decrypt(keys.wrap, wrappedKey), cipher).toString('utf8');
}

/**
 * The row of `complainant`: ciphertext under the key of this complaint alone, and blind indexes of phone and identity number.
 * `given.wrappedKey`: the key that the complaint has already; without it, a fresh one. Without a statement, the one there is stays.
 */
export function sealComplainant(
  complaintId: string,
  person: Complainant,
  { wrappedKey = null, statement }: { wrappedKey?: Buffer | null; statement?: Statement } = {},
): TableRow {
  const key = wrappedKey ? decrypt(keys.wrap, wrappedKey) : randomBytes(32);
  const seal = (text: string | null) => text && hexBytea(encrypt(key, Buffer.from(text, 'utf8')));
  return {
    complaint_id: complaintId,
    wrapped_key: wrappedKey ? hexBytea(wrappedKey) : hexBytea(encrypt(keys.wrap, key)),
    ...(statement ? { statement_cipher: seal(JSON.stringify(statement)) } : {}),
    name_cipher: seal(person.complainantName),
    phone_cipher: seal(person.complainantPhone),
    identity_cipher: seal(person.complainantIdentity),
    address_cipher: seal(person.complainantAddress),
    phone_index: person.complainantPhone && mac(keys.blindIndex, `phone:${normalPhone(person.complainantPhone)}`),
    identity_index: person.complainantIdentity && mac(keys.blindIndex, `identity:${normalIdentity(person.complainantIdentity)}`),
  };
}

/** Digits alone, without the country's code: +86 138-0000-0000 is 13800000000. */
export function normalPhone(text: string): string {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  return /^(?:00)?86\d{11}$/.test(digits) ? digits.slice(-11) : digits;
}

/** Letters and digits alone, upper case. */
export function normalIdentity(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^0-9a-z]/gi, '')
    .toUpperCase();
}

/** As PostgreSQL writes bytea in text. */
export function hexBytea(sealed: Buffer): string {
  return `\\x${sealed.toString('hex')}`;
}
