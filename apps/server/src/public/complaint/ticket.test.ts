import { beforeAll, describe, expect, it } from 'vitest';
import { loadKeys } from '../../keys.ts';
import { issueTicket, readTicket } from './ticket.ts';

const now = Date.parse('2026-11-24T08:00:00Z');
const hour = 3_600_000;

beforeAll(() => {
  loadKeys('', '00'.repeat(32));
});

describe('a ticket', () => {
  it('is good from three seconds to a day after it was given out', () => {
    const ticket = issueTicket(now);
    const problemAt = (at: number) => readTicket(ticket, at)?.problem;
    expect([0, 2_999, 3_000, 24 * hour, 24 * hour + 1].map((age) => problemAt(now + age))).toEqual([
      'TOO_FAST',
      'TOO_FAST',
      null,
      null,
      'EXPIRED',
    ]);
  });

  it('has an id of its own, always the same', () => {
    const ticket = issueTicket(now);
    expect(readTicket(ticket, now)?.id).toBe(readTicket(ticket, now + hour)?.id);
    expect(readTicket(issueTicket(now), now)?.id).not.toBe(readTicket(ticket, now)?.id);
  });

  it('is nobody else’s work', () => {
    const ticket = issueTicket(now);
    const [at, id, signature] = ticket.split('.') as [string, string, string];
    const later = (now + hour).toString(36);
    const other = issueTicket(now).split('.')[2]!;
    for (const forged of [
      '',
      'x',
      `${later}.${id}.${signature}`,
      `${at}.${id}.${other}`,
      `${at}.${id}`,
      `${ticket}.`,
      `${ticket} `,
      'a'.repeat(100_000),
    ])
      expect(readTicket(forged, now + hour), forged.slice(0, 99)).toBeNull();
    loadKeys('', '11'.repeat(32));
    expect(readTicket(ticket, now + hour)).toBeNull();
  });
});
