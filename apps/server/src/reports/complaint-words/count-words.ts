import { setImmediate as breathe } from 'node:timers/promises';

export interface WordCount {
  word: string;
  /** Texts that hold it. */
  count: number;
}

export interface WordRules {
  cut: (text: string) => readonly string[];
  stopWords: ReadonlySet<string>;
  /** Names of units and of the campaign: neither they nor what is cut out of them is a word. */
  names: readonly string[];
  /** How many words are given. */
  first: number;
}

/** Fewer texts than this make no word hot. */
const leastTexts = 2;
/** Texts between two breaths: the server answers others meanwhile. */
const chunk = 500;
const chineseWord = /^\p{Script=Han}{2,}$/u;

/**
 * The words that most texts hold, the most frequent first. Words of two characters or more are taken from the texts by segmenting; a text then
 * counts once for each of them that it holds as it stands, so that a search for the word finds the same texts. Of a word and a longer one that
 * holds it in just as many texts the longer one stays.
 */
export async function countWords(texts: readonly string[], { cut, stopWords, names, first }: WordRules): Promise<WordCount[]> {
  const named = nameMatcher(names);
  const seen = new Map<string, number>();
  for (const [index, text] of texts.entries()) {
    if (index % chunk === 0) await breathe();
    const words = new Set(cut(named ? text.replace(named, ' ') : text));
    for (const word of words) if (chineseWord.test(word) && !stopWords.has(word)) seen.set(word, (seen.get(word) ?? 0) + 1);
  }
  const candidates = [...seen].sort(byCount).slice(0, first * 3);
  const counted: WordCount[] = [];
  for (const [word] of candidates) {
    await breathe();
    const count = texts.filter((text) => text.includes(word)).length;
    if (count >= leastTexts) counted.push({ word, count });
  }
  return counted
    .filter(({ word, count }) => !counted.some((other) => other.word !== word && other.word.includes(word) && other.count === count))
    .sort((a, b) => byCount([a.word, a.count], [b.word, b.count]))
    .slice(0, first);
}

function byCount([a, countA]: [string, number], [b, countB]: [string, number]): number {
  return countB - countA || (a < b ? -1 : 1);
}

/** The longest name first, so that 驻马店市教育局 goes before 教育局. */
function nameMatcher(names: readonly string[]): RegExp | null {
  const escaped = [...new Set(names)]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return escaped.length > 0 ? new RegExp(escaped.join('|'), 'g') : null;
}
