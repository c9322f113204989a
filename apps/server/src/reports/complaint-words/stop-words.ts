import { readFileSync } from 'node:fs';

let known: ReadonlySet<string> | undefined;

/** Words that tell nothing about what is complained of, read once from `stop-words.txt`. */
export function stopWords(): ReadonlySet<string> {
  known ??= readStopWords(readFileSync(new URL('stop-words.txt', import.meta.url), 'utf8'));
  return known;
}

/** The words of a list: parted by spaces and line ends, `#` begins a comment. */
export function readStopWords(text: string): ReadonlySet<string> {
  const lines = text.split('\n').map((line) => line.replace(/#.*$/, ''));
  return new Set(lines.flatMap((line) => line.split(/\s+/)).filter(Boolean));
}
