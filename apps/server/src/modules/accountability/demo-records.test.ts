import { afterAll, beforeAll, expect, it } from 'vitest';
import { pool, transaction } from '../../database.ts';
import { db, openTestCity } from '../../testing/test-city.ts';
import { loadDemoAccountability } from './demo-records.ts';
import { registerFault } from './record-chain.ts';
import { addComplaint } from './testing/accountability.fixture.ts';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
  for (let serial = 1; serial <= 14; serial += 1)
    await addComplaint(`诉-2014-${String(serial).padStart(4, '0')}`, serial % 3 === 0 ? 'UNTRUE' : 'TRUE');
  await pool.query('UPDATE item SET demo = TRUE');
});
afterAll(() => close());

it('follows demo complaints found true, by post only, once', async () => {
  const said: string[] = [];
  await loadDemoAccountability((line) => said.push(line));
  await loadDemoAccountability((line) => said.push(line));
  const records = await db.accountability.findMany({ orderBy: { number: 'asc' } });
  expect(said).toEqual([`  责任追究：${records.length} 条`]);
  expect(records.filter(({ itemId }) => itemId !== null)).toHaveLength(10);
  expect(records.filter(({ enforcementRecord }) => enforcementRecord !== null)).toHaveLength(2);
  expect(records.every(({ demo, nameCipher, wrappedKey }) => demo && nameCipher === null && wrappedKey === null)).toBe(true);
  expect(records.map(({ decidedOn }) => decidedOn.getTime())).toEqual(records.map(({ decidedOn }) => decidedOn.getTime()).sort());
  const found = await db.complaint.findMany({ where: { itemId: { in: records.flatMap(({ itemId }) => itemId ?? []) } } });
  expect(found.every(({ finding }) => finding === 'TRUE')).toBe(true);
  expect(await transaction(registerFault)).toBeNull();
});
