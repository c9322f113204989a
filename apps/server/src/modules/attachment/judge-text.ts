import { FileRefused } from './file-refused.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: no text holds these
const controls = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/;
/** Far enough to find the markup that a browser would act on. */
const looked = 64 * 1024;

/** The charset of a plain text, UTF-8 or GB18030. FileRefused for markup and for what is no text. */
export function judgeText(bytes: Buffer): 'utf-8' | 'gb18030' {
  const utf8 = decoded(bytes, 'utf-8');
  const text = utf8 ?? decoded(bytes, 'gb18030');
  if (text === null || controls.test(text)) throw new FileRefused('NOT_ALLOWED', { content: 'OTHER' });
  const start = text.slice(0, looked).toLowerCase();
  if (/<svg[\s>:]/.test(start)) throw new FileRefused('NOT_ALLOWED', { content: 'SVG' });
  if (/<(?:!doctype html|html|head|body|script|iframe|object|embed|meta|table|form|img|link)\b/.test(start))
    throw new FileRefused('NOT_ALLOWED', { content: 'HTML' });
  if (start.trimStart().startsWith('<?xml')) throw new FileRefused('NOT_ALLOWED', { content: 'XML' });
  return utf8 === null ? 'gb18030' : 'utf-8';
}

function decoded(bytes: Buffer, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
