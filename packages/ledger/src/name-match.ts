import { plainText } from './clean-text.ts';

/** How alike two names are, 0–1: shared pairs of characters, and more where one abbreviates the other (发改委 of 发展和改革委员会). */
export function likeness(left: string, right: string): number {
  if (left === right) return 1;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length === 0) return 0;
  const dice = (2 * sharedPairs(short, long)) / Math.max(1, left.length + right.length - 2);
  if (short.length >= 2 && isSubsequence(short, long)) return Math.max(dice, 0.6 + (0.3 * short.length) / long.length);
  return Math.max(dice, 1 - editDistance(short, long) / long.length - 0.2);
}

/** The up to `count` candidates most like a name, best first; none that is merely vaguely like it. */
export function nearest(name: string, candidates: Iterable<string>, count = 3): string[] {
  const plain = plainText(name);
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of candidates) {
    const score = likeness(plain, plainText(candidate));
    if (score >= 0.4) scored.push({ candidate, score });
  }
  scored.sort((a, b) => b.score - a.score || a.candidate.length - b.candidate.length || (a.candidate < b.candidate ? -1 : 1));
  return scored.slice(0, count).map(({ candidate }) => candidate);
}

function sharedPairs(left: string, right: string): number {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < left.length; at += 1) {
    const pair = left.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at + 1 < right.length; at += 1) {
    const pair = right.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      pairs.set(pair, left - 1);
      shared += 1;
    }
  }
  return shared;
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}

function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[right.length]!;
}
