import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { TableRow } from '../database.ts';
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

/** The row of `complainant`: ciphertext under a fresh key of this complaint alone, and blind indexes of phone and identity number. */
export function sealComplainant(complaintId: string, person: Complainant): TableRow {
  const key = randomBytes(32);
  const seal = (text: string | null) => text && hex(encrypt(key, Buffer.from(text, 'utf8')));
  return {
    complaint_id: complaintId,
    wrapped_key: hex(encrypt(keys.wrap, key)),
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
function hex(sealed: Buffer): string {
  return `\\x${sealed.toString('hex')}`;
}
