import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { keys } from '../../keys.ts';

const second = 1000;
/** Nobody fills the form in faster. */
const youngestMs = 3 * second;
const oldestMs = 24 * 60 * 60 * second;

/** A ticket that this server signed: its id is the request id of the one complaint that it is good for. */
export interface Ticket {
  id: string;
  /** Why it can't be used for a new complaint; null when it can. */
  problem: 'TOO_FAST' | 'EXPIRED' | null;
}

/** A ticket for the form: when it was given out, a random id, and the signature over both. `at`: real time in milliseconds. */
export function issueTicket(at = Date.now()): string {
  const told = `${at.toString(36)}.${randomBytes(16).toString('base64url')}`;
  return `${told}.${signatureOf(told).toString('base64url')}`;
}

/** Reads a ticket; null when this server didn't sign it. */
export function readTicket(text: string, now = Date.now()): Ticket | null {
  const [, told, at, id, signature] = /^(([0-9a-z]{1,10})\.([\w-]{22}))\.([\w-]{43})$/.exec(text) ?? [];
  if (!told || !at || !id || !signature) return null;
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(told);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const age = now - Number.parseInt(at, 36);
  return { id, problem: age < youngestMs ? 'TOO_FAST' : age > oldestMs ? 'EXPIRED' : null };
}

function signatureOf(told: string): Buffer {
  return createHmac('sha256', keys.ticket).update(`ticket/${told}`).digest();
}
