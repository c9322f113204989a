import { clock } from './clock.ts';

/** Milliseconds after which an answer that every visitor shares is computed anew… */
const freshMs = 5000;
/** …and after which the old one is shown no more while that goes on: what is no longer public is gone by then. */
const keptMs = 15_000;

interface Kept {
  answer: Promise<unknown>;
  at: number;
  /** The next one, while it is computed. */
  next: Promise<unknown> | null;
}

const kept = new Map<string, Kept>();

/**
 * An answer that every visitor shares, on one business day: computed once for all who ask, anew when it is five seconds old, and meanwhile told as
 * it was, so that nobody waits for what others ask. A failure isn't kept.
 */
export function shared<Answer>(name: string, compute: () => Promise<Answer>): Promise<Answer> {
  const key = `${clock.today()} ${name}`;
  const now = performance.now();
  const found = kept.get(key);
  const age = found ? now - found.at : Number.POSITIVE_INFINITY;
  if (found && age < freshMs) return found.answer as Promise<Answer>;
  const next = (found?.next as Promise<Answer> | null) ?? renew(key, compute);
  return found && age < keptMs ? (found.answer as Promise<Answer>) : next;
}

function renew<Answer>(key: string, compute: () => Promise<Answer>): Promise<Answer> {
  const before = kept.get(key);
  const answer = compute();
  if (before) before.next = answer;
  else kept.set(key, { answer, at: performance.now(), next: null });
  answer.then(
    () => kept.set(key, { answer, at: performance.now(), next: null }),
    () => {
      if (before) before.next = null;
      else kept.delete(key);
    },
  );
  return answer;
}

/** Forgets what is kept, so that the next visitor reads anew. */
export function forgetShared(): void {
  kept.clear();
}
