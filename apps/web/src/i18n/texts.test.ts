import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { zhCN } from './zh-cn.ts';

type Texts = string | { [key: string]: Texts };

const flat = (texts: Texts, path: string): [key: string, text: string][] =>
  typeof texts === 'string' ? [[path, texts]] : Object.entries(texts).flatMap(([key, value]) => flat(value, path ? `${path}.${key}` : key));
const all = (language: Record<string, unknown>) =>
  new Map<string, string>(
    Object.entries(language).flatMap(([namespace, texts]) =>
      flat(texts as Texts, '').map(([key, text]) => [`${namespace}:${key}`, text] as const),
    ),
  );

/** Chinese has one plural form, English two: `rows_one` and `rows_other` are one text. */
const base = (key: string) => key.replace(/_(one|other)$/, '');
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1]).sort();

const chinese = all(zhCN);
const english = all(en);

const sources = import.meta.glob('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }) as Record<string, string>;

/** Keys that a file uses: `t('key')`, `t('ns:key')` and ``t(`group.${…}`)``, the latter by what comes before the hole. */
function usedIn(source: string): string[] {
  const namespaces = /useTranslation\((?:\[)?'([\w-]+)'/.exec(source)?.[1] ?? 'common';
  const calls = [...source.matchAll(/\bt\(\s*(?:'([^']+)'|`([^`]+)`)/g)];
  return calls.map(([, plain, template]) => {
    const key = plain ?? template?.replace(/\$\{.*$/s, '*') ?? '';
    return key.includes(':') ? key : `${namespaces}:${key}`;
  });
}

describe('texts', () => {
  test('are the same keys in both languages', () => {
    const keys = (language: Map<string, string>) => [...new Set([...language.keys()].map(base))].sort();
    expect(keys(english)).toEqual(keys(chinese));
  });

  test('say the same things: the same holes to fill', () => {
    for (const [key, text] of english) {
      const twin = chinese.get(key) ?? chinese.get(`${base(key)}_other`) ?? chinese.get(base(key)) ?? '';
      // English may say “one day” where Chinese needs the figure.
      const optional = key.endsWith('_one') && !holes(text).includes('count') ? 'count' : undefined;
      expect([key, holes(text)]).toEqual([key, holes(twin).filter((hole) => hole !== optional)]);
    }
  });

  test('are never empty', () => {
    for (const [key, text] of [...chinese, ...english]) expect([key, text.trim()]).not.toEqual([key, '']);
  });

  const keys = [...new Set([...chinese.keys()].map(base))];
  const files = Object.entries(sources).filter(([path]) => !path.includes('.test.') && !path.includes('/gql/'));
  test.each(files)('used in %s exist', (_path, source) => {
    for (const used of usedIn(source)) {
      const star = used.indexOf('*');
      const found = star < 0 ? keys.includes(used) : keys.some((key) => key.startsWith(used.slice(0, star)));
      expect([used, found]).toEqual([used, true]);
    }
  });
});
