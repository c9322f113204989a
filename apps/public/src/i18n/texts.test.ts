import { expect, test } from 'vitest';
import en from './en.json';
import { translator } from './i18n.ts';
import zhCN from './zh-CN.json';

function textsOf(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : textsOf(value, `${path}${key}.`),
  );
}
const valuesIn = (text: string) => Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name]) => name).sort();

test('Chinese and English have the same keys, none empty', () => {
  expect(textsOf(en).map(([key]) => key)).toEqual(textsOf(zhCN).map(([key]) => key));
  for (const [key, text] of [...textsOf(zhCN), ...textsOf(en)]) expect(text.trim(), key).not.toBe('');
});

test('both take the same values', () => {
  const english = new Map(textsOf(en));
  for (const [key, text] of textsOf(zhCN)) expect(valuesIn(english.get(key) ?? ''), key).toEqual(valuesIn(text));
});

test('values stand in the text, whatever they hold', () => {
  const t = translator(zhCN);
  expect(t('steps.over', { step: 2, count: 5 })).toBe('第 2 步，共 5 步');
  expect(t('problem.unitUnmatched', { text: '$& {{text}}' })).toContain('“$& {{text}}”');
});
