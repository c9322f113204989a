import { describe, expect, it } from 'vitest';
import type { CellContent, Column } from './column.ts';
import { isSound } from './problem.ts';
import { type Register, type RegisterData, sheetsOf } from './register.ts';
import { registers } from './registers/all.ts';
import type { Sheet } from './sheet.ts';
import { lookup, parse } from './testing/parse.fixture.ts';
import { sampleLookup } from './testing/sample-lookup.fixture.ts';
import { writeWorkbook } from './write.ts';

/** Numbers that look random and are the same on every run. */
function* stream(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const nasty = ['=1+1', '+86 371', '-', '@sum', "'=x", '一行\n两行', '全角ＡＢＣ１２３', '𠮷', '"引号"', 'a<b>&amp;', '二〇一四'];

class Dice {
  readonly #stream: Generator<number, never>;
  constructor(seed: number) {
    this.#stream = stream(seed);
  }
  below(limit: number): number {
    return Math.floor(this.#stream.next().value * limit);
  }
  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}

/** Any value that the column may hold. */
function contentFor(column: Column, dice: Dice, row: number): CellContent {
  const unit = () => dice.of(sampleLookup.units.filter(({ kind }) => !column.unitKind || kind === column.unitKind)).id;
  const term = () => dice.of(sampleLookup.terms.filter(({ dictionary }) => dictionary === column.dictionary)).code;
  const day = () => `2014-${String(1 + dice.below(12)).padStart(2, '0')}-${String(1 + dice.below(28)).padStart(2, '0')}`;
  switch (column.type) {
    case 'number':
      return `测-2014-${String(row).padStart(4, '0')}`;
    case 'text':
      return dice.of(nasty).slice(0, column.maxLength);
    case 'day':
      return day();
    case 'month':
      return new Date(Date.UTC(2014, 1 + dice.below(12), 0)).toISOString().slice(0, 10);
    case 'integer':
      return (column.min ?? 0) + dice.below(Math.min(column.max ?? 1000, 1000) - (column.min ?? 0));
    case 'decimal':
      return dice.below(1_000_000) / 100;
    case 'boolean':
      return dice.below(2) === 1;
    case 'choice':
      return dice.of(column.choices!).value;
    case 'term':
      return term();
    case 'terms':
      return [...new Set([term(), term()])];
    case 'unit':
      return unit();
    case 'units':
      return [...new Set([unit(), unit(), unit()])];
    case 'unitOrText':
      return dice.below(2) ? { unitId: 'fgw', text: '市发展和改革委员会' } : { unitId: null, text: '王庄村委会' };
    case 'postOrText':
      return dice.below(2) ? { postId: 'mayor', text: '市长' } : { postId: null, text: '分管副局长' };
  }
}

function rowOf(sheet: Sheet, dice: Dice, row: number): Record<string, CellContent | null> {
  const values: Record<string, CellContent | null> = {};
  for (const column of sheet.columns) values[column.key] = column.required || dice.below(4) > 0 ? contentFor(column, dice, row) : null;
  for (const [earlier, later] of sheet.dayOrder ?? []) {
    const from = values[earlier];
    const to = values[later];
    if (typeof from === 'string' && typeof to === 'string' && to < from) values[later] = from;
  }
  return values;
}

describe('what is written is read back the same', () => {
  it.each(Object.entries(registers))('%s', async (_, register: Register) => {
    const dice = new Dice(20_140_930);
    const data = Object.fromEntries(
      sheetsOf(register).map((sheet) => [sheet.key, Array.from({ length: 40 }, (_row, at) => rowOf(sheet, dice, at + 1))]),
    );
    const bytes = await writeWorkbook(register, data as RegisterData<Register>, { lookup, withPersonal: true });
    const parsed = await parse(bytes, register, { fileName: '台账.xlsx' });
    expect(parsed.fileProblems).toEqual([]);
    for (const sheet of sheetsOf(register)) {
      const rows = parsed.sheets[sheet.key]!;
      expect(rows.flatMap((row) => row.problems)).toEqual([]);
      expect(rows.every(isSound)).toBe(true);
      expect(rows.map((row) => row.values)).toEqual(data[sheet.key]);
    }
  });

  it('an export without persons leaves their columns out, so that it clears nothing when taken back', async () => {
    const dice = new Dice(1);
    const row = rowOf(registers.COMPLAINT.sheets.main, dice, 1);
    const bytes = await writeWorkbook(registers.COMPLAINT as Register, { main: [row] } as RegisterData<Register>, { lookup });
    const { sheets } = await parse(bytes, registers.COMPLAINT);
    expect(sheets.main[0]!.problems).toEqual([]);
    expect(Object.keys(sheets.main[0]!.values).filter((key) => key.startsWith('complainant'))).toEqual([]);
  });
});
