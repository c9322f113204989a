import { randomBytes } from 'node:crypto';

/** Crockford's base32: no letter that could be taken for a figure or another letter. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;

/** A new query code as it is kept: ten characters, 50 random bits. */
export function newQueryCode(): string {
  return [...randomBytes(length)].map((byte) => alphabet[byte & 31]).join('');
}

/** As it is shown, in two groups: `7K2MX-0Q9TB`. */
export function shownCode(code: string): string {
  return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;
}

/** As it is kept, from what somebody typed: any case, full width, blanks and hyphens anywhere, O for 0, I and L for 1. Null where it can be none. */
export function readCode(typed: string): string | null {
  const plain = typed
    .slice(0, 100)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}_.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return plain.length === length && [...plain].every((character) => alphabet.includes(character)) ? plain : null;
}
