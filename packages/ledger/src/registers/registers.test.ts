import { describe, expect, it } from 'vitest';
import { plainText } from '../clean-text.ts';
import { sheetsOf } from '../register.ts';
import { registers } from './all.ts';

const sheets = Object.entries(registers).flatMap(([kind, register]) =>
  sheetsOf(register).map((sheet) => [`${kind} ${sheet.name}`, sheet] as const),
);

describe.each(sheets)('%s', (_, sheet) => {
  it('has a tab name that Excel takes', () => {
    expect(sheet.name.length).toBeLessThanOrEqual(31);
    expect(sheet.name).not.toMatch(/[\\/?*[\]:]/);
  });

  it('has no heading that stands for two columns', () => {
    const words = sheet.columns.flatMap(({ header, headerEn, synonyms = [] }) => [header, headerEn, ...synonyms].map(plainText));
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  it('has no word of a drop-down that stands for two choices', () => {
    for (const column of sheet.columns) {
      const words = (column.choices ?? []).flatMap(({ label, labelEn, synonyms = [] }) => [label, labelEn, ...synonyms].map(plainText));
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    }
  });

  it('has what each type of column needs, and names rows by columns it has', () => {
    const keys = sheet.columns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of [...sheet.uniqueBy, ...(sheet.dayOrder ?? []).flat()]) expect(keys).toContain(key);
    for (const column of sheet.columns) {
      expect(column.choices !== undefined).toBe(column.type === 'choice');
      expect(column.dictionary !== undefined).toBe(column.type === 'term' || column.type === 'terms');
      if (column.onCreateOnly) expect(column.required).toBeUndefined();
    }
  });
});

it('no two sheets of a register answer to one tab name', () => {
  for (const register of Object.values(registers)) {
    const words = sheetsOf(register).flatMap(({ name, nameEn, synonyms = [] }) => [name, nameEn, ...synonyms].map(plainText));
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  }
});
