import { pinyin } from 'pinyin-pro';

/** Pinyin initials of a text in lower case, other letters and digits kept: 驿城区2号 → ycq2h. For search and for sorting alike on every database. */
export function pinyinInitials(text: string): string {
  return pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
