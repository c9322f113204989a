import { expect, it } from 'vitest';
import { clearOfRaiser } from './raiser-words.ts';

const raiser = { raiserName: '某甲乙', raiserPhone: '0396-2810000' };

it.each([
  ['联系人某甲乙，电话 139-0000-1111。', '联系人○○，电话 ○○。'],
  ['电话１３９００００１１１１', '电话○○'],
  ['回电+86 139 0000 1111谢谢', '回电+86 ○○谢谢'],
  ['办公室 0396 2810000 无人接听', '办公室 ○○ 无人接听'],
  ['编号 20140713900001111 号', '编号 20140713900001111 号'],
  ['补偿 139000 元，共 13800 户', '补偿 139000 元，共 13800 户'],
])('%s → %s', (text, clear) => {
  expect(clearOfRaiser(text, raiser)).toBe(clear);
});

it('leaves words that name nobody', () => {
  expect(clearOfRaiser('市民反映，市民盼望', { raiserName: '市民', raiserPhone: null })).toBe('市民反映，市民盼望');
});
