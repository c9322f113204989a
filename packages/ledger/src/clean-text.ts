const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * Text as kept: no control or invisible characters (pasted from web pages and Word), no outer blanks (full-width ones too),
 * line breaks as \n. The words themselves are left as written.
 */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(controls, '').replace(invisible, '').trim();
}

/** Half of a character pair standing alone: it can't be stored. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

/** Text as compared: full-width letters, digits and punctuation made narrow, every blank gone, long dashes made short, lower case. */
export function plainText(text: string): string {
  return cleanText(text)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐-―−]/g, '-')
    .toLowerCase();
}

/** What clerks write into a cell that has nothing to say: a dash or a stroke. */
export function isPlaceholder(text: string): boolean {
  return /^(?:[-/\\]+|无|n\/a)$/.test(plainText(text));
}

/** A number as its plain digits, never in exponent form. */
export function numberText(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : text;
}
