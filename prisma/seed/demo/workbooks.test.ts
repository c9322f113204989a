import { parseWorkbook } from '@duban/ledger/parse';
import { type Register, sheetsOf } from '@duban/ledger/register';
import { registers } from '@duban/ledger/registers/all';
import { describe, expect, it } from 'vitest';
import { makeLedgers } from './ledgers.ts';
import { demoWorkbooks, lookupOf } from './workbooks.ts';
import { createWorld } from './world.ts';

const world = await createWorld('duban');
const workbooks = await demoWorkbooks('duban');
const ledgers = makeLedgers(world);

describe.each(workbooks)('$fileName', ({ kind, fileName, bytes }) => {
  it('comes back as it was made, without a problem', async () => {
    const register: Register = registers[kind];
    const made = ledgers[kind] as Record<string, object[]>;
    const { sheets, fileProblems } = await parseWorkbook(bytes, register, lookupOf(world), { fileName });
    expect(fileProblems).toEqual([]);
    for (const { key } of sheetsOf(register)) {
      const parsed = sheets[key]!;
      expect(parsed.flatMap(({ problems }) => problems)).toEqual([]);
      const filled = made[key]!.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
      const read = parsed.map(({ values }) => Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== null)));
      expect(read.map(withoutUnitWords)).toEqual(filled.map(withoutUnitWords));
    }
  });
});

/** A unit or post that was found keeps the words of the file, which are its full name: only what it stands for counts. */
function withoutUnitWords(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (typeof value !== 'object' || value === null || !('text' in value)) return [key, value];
      const { unitId, postId, text } = value as { unitId?: string | null; postId?: string | null; text: string };
      return [key, unitId ?? postId ?? text];
    }),
  );
}
