import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys live outside the database: a dump without them shows no protected text, and can't be re-chained. */
export interface Keys {
  /** Chains events. */
  audit: Buffer;
  /** Wraps the per-complaint keys and encrypts uploaded ledgers. */
  wrap: Buffer;
  /** Blind index of phones and identity numbers. */
  blindIndex: Buffer;
  /** Signs the public form's tickets, and hides what the public site's limits count. */
  ticket: Buffer;
}

export let keys: Keys;

/** Takes the master key (64 hex digits) given, or the one in `<dataDir>/master.key`, made on first use with mode 0600. */
export function loadKeys(dataDir: string, given?: string): Keys {
  const master = Buffer.from(given ?? readOrMakeMaster(dataDir), 'hex');
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', master, '', `duban/${use}`, 32));
  keys = { audit: derive('audit'), wrap: derive('wrap'), blindIndex: derive('blind-index'), ticket: derive('ticket') };
  return keys;
}

function readOrMakeMaster(dataDir: string): string {
  const path = join(dataDir, 'master.key');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(dataDir, { recursive: true });
  const made = randomBytes(32).toString('hex');
  writeFileSync(path, `${made}\n`, { mode: 0o600, flag: 'wx' });
  return made;
}

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, ciphertext. */
export function encrypt(key: Buffer, clear: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Undoes `encrypt`; throws when the text or the key is not the one that was used. */
export function decrypt(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

/** Hex HMAC-SHA256, for chains and blind indexes. */
export function mac(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('hex');
}
