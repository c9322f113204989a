import type pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Busy, lane } from '../../lane.ts';
import { atOnceFromOne, type LimitName, limits, momentSeconds, publicLane, waitWords } from './limits.ts';
import { counted } from './visitor.ts';

/** Asked too often: says when again. */
export class TooManyRequests extends Error {
  override readonly name = 'TooManyRequests';
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(waitWords(retryAfterSeconds));
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The limits of the public site. Each method lets through, or throws TooManyRequests. */
export interface Gates {
  /** Any request, before it is read. */
  request(address: string): Promise<void>;
  /** Does an act once it is its turn; few at a time of one address, so that its flood fills no queue that others wait in. */
  inTurn<Result>(address: string, act: () => Promise<Result>): Promise<Result>;
  /** A complaint that is about to be registered; call what it answers if it then was not. */
  complaint(address: string): Promise<() => Promise<void>>;
  upload(address: string): Promise<void>;
  /** A pair of code and secret that is about to be tried; call what it answers once the pair has opened its complaint. */
  key(address: string, code: string): Promise<() => Promise<void>>;
  /** An act on a complaint. */
  act(complaintId: string): Promise<void>;
}

type Limiter = RateLimiterMemory | RateLimiterPostgres;

/**
 * Gates that count in PostgreSQL, for all processes together; who has used up a limit is then turned away from memory, so that a flood asks the
 * database no more. While the database is away each process counts by itself.
 */
export function createGates(pool: pg.Pool): Gates {
  const inMemory = (name: LimitName) => {
    const { points, seconds: duration } = limits[name];
    return new RateLimiterMemory({ keyPrefix: name, points, duration });
  };
  const inDatabase = (name: LimitName, options: { blocks?: boolean } = {}) => {
    const { points, seconds: duration } = limits[name];
    return new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: name,
      points,
      duration,
      inMemoryBlockOnConsumed: options.blocks === false ? 0 : points + 1,
      insuranceLimiter: inMemory(name),
    });
  };
  const requests = inMemory('requests');
  const complaints = inDatabase('complaints');
  const reserve = inDatabase('complaintsReserve');
  const uploads = inDatabase('uploads');
  // What is counted here is given back when the key opens: a moment with many right ones must not shut the gate.
  const wrongKeysFrom = inDatabase('wrongKeysFrom', { blocks: false });
  const wrongKeysFor = inDatabase('wrongKeysFor', { blocks: false });
  const acts = inDatabase('acts');
  const working = lane(publicLane.atOnce, publicLane.waiting);
  const underWay = new Map<string, number>();
  return {
    request: (address) => pass(requests, counted('address', address)),
    async inTurn(address, act) {
      const from = counted('address', address);
      const others = underWay.get(from) ?? 0;
      if (others >= atOnceFromOne) throw new TooManyRequests(momentSeconds);
      underWay.set(from, others + 1);
      try {
        return await working(act);
      } catch (error) {
        throw error instanceof Busy ? new TooManyRequests(momentSeconds) : error;
      } finally {
        const left = (underWay.get(from) ?? 1) - 1;
        if (left > 0) underWay.set(from, left);
        else underWay.delete(from);
      }
    },
    async complaint(address) {
      const from = counted('address', address);
      const wait = await secondsToWait(complaints, from);
      if (wait > 0 && (await secondsToWait(reserve, from)) > 0) throw new TooManyRequests(wait);
      return async () => {
        await (wait > 0 ? reserve : complaints).reward(from);
      };
    },
    upload: (address) => pass(uploads, counted('address', address)),
    async key(address, code) {
      const from = counted('address', address);
      const of = counted('code', code);
      await tryKey(wrongKeysFrom, from);
      await tryKey(wrongKeysFor, of);
      return async () => {
        await wrongKeysFrom.reward(from);
        await wrongKeysFor.reward(of);
      };
    },
    act: (complaintId) => pass(acts, counted('complaint', complaintId)),
  };
}

async function pass(limiter: Limiter, key: string): Promise<void> {
  const wait = await secondsToWait(limiter, key);
  if (wait > 0) throw new TooManyRequests(wait);
}

/** As `pass`; a key that was not even tried counts as no wrong one. */
async function tryKey(limiter: Limiter, key: string): Promise<void> {
  const wait = await secondsToWait(limiter, key);
  if (wait === 0) return;
  await limiter.reward(key);
  throw new TooManyRequests(wait);
}

/** 0 = one use was counted and may happen; else the seconds until the next may. */
async function secondsToWait(limiter: Limiter, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  }
}
