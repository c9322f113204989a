import { normalPhone } from './complainant.ts';
import type { Raiser } from './raiser.ts';

/** What people call themselves who give no name: no trace of anybody. */
const nameless: ReadonlySet<string> = new Set([
  '匿名',
  '无名',
  '不详',
  '网友',
  '网民',
  '市民',
  '群众',
  '居民',
  '村民',
  '用户',
  '业主',
  '家长',
  '热心市民',
  '匿名用户',
  '匿名网友',
]);
const stand = '○○';

/** Whether a word names somebody. */
export function isName(word: string): boolean {
  return [...word].length >= 2 && !nameless.has(word);
}

/** Whatever stands between the digits of a number as people write it. */
const between = '[\\s\\-—]*';
/** A mobile number, half or full width: in a message it is somebody's own, whoever gave it. */
const mobile = new RegExp(`(?<![\\d０-９])${digit('1')}${between}[3-9３-９]${`${between}[\\d０-９]`.repeat(9)}(?![\\d０-９])`, 'g');

/** A text with the name and the phone of whoever raised it, and every mobile number, replaced by ○○. */
export function clearOfRaiser(text: string, { raiserName, raiserPhone }: Raiser): string {
  const name = raiserName?.trim() ?? '';
  const clear = isName(name) ? text.replaceAll(name, stand) : text;
  const digits = raiserPhone ? normalPhone(raiserPhone) : '';
  const without = digits.length >= 7 ? clear.replace(new RegExp([...digits].map(digit).join(between), 'g'), stand) : clear;
  return without.replace(mobile, stand);
}

/** A digit, half or full width. */
function digit(half: string): string {
  return `[${half}${String.fromCharCode(half.charCodeAt(0) + 0xfee0)}]`;
}
