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

/** A text with name and phone of whoever raised it replaced by ○○. The phone is found whatever stands between its digits. */
export function clearOfRaiser(text: string, { raiserName, raiserPhone }: Raiser): string {
  const name = raiserName?.trim() ?? '';
  const clear = isName(name) ? text.replaceAll(name, stand) : text;
  const digits = raiserPhone ? normalPhone(raiserPhone) : '';
  return digits.length >= 7 ? clear.replace(new RegExp([...digits].map(widths).join('[\\s\\-—]*'), 'g'), stand) : clear;
}

/** A digit, half or full width. */
function widths(digit: string): string {
  return `[${digit}${String.fromCharCode(digit.charCodeAt(0) + 0xfee0)}]`;
}
