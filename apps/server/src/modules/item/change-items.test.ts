import { lightDates } from '@duban/rules/lights';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { calendar, clock } from '../../clock.ts';
import { db, pool, rows, sql, transaction } from '../../database.ts';
import { addItem, openTestCity } from '../../testing/test-city.ts';
import { changeItems } from './change-items.ts';
import { genesis, hashOf } from './event-chain.ts';
import { type Change, ItemActionRefused, ItemConflict } from './item-change.ts';

const office = { userId: null, title: '市政府督查室督查员' };
const thresholds = { timeYellowPercent: 70, planYellowPoints: 10, planRedPoints: 30 };

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
});
afterAll(() => close());

const facts = (itemId: string, version: number, title: string): Change => ({
  action: 'IMPORT_FACTS',
  itemId,
  version,
  facts: { title },
  payload: { title },
});

const act = (changes: Change[]) => transaction((tx) => changeItems(tx, office, changes));

describe('changeItems', () => {
  it('writes item, event and span together, and moves the version', async () => {
    const id = await addItem({ leadUnitId: 'gtj', title: '旧题' });
    await act([facts(id, 1, '新题')]);
    const item = await db.item.findUniqueOrThrow({
      where: { id },
      include: { events: { orderBy: { sequence: 'asc' } }, spans: { where: { unitId: null } } },
    });
    expect(item).toMatchObject({ title: '新题', pinyin: 'xt', version: 2, lastSequence: 2 });
    expect(item.events.map(({ action }) => action)).toEqual(['CREATE', 'IMPORT_FACTS']);
    expect(item.spans.filter(({ toAt }) => toAt.getUTCFullYear() === 9999)).toHaveLength(1);
  });

  it('chains every event to the one before it', async () => {
    const id = await addItem({ leadUnitId: 'gtj' });
    await act([facts(id, 1, '甲')]);
    await act([facts(id, 2, '乙')]);
    const events = await db.itemEvent.findMany({ where: { itemId: id }, orderBy: { sequence: 'asc' } });
    let previousHash = genesis;
    for (const event of events) {
      expect(event.previousHash).toBe(previousHash);
      expect(hashOf({ ...event, at: event.at.toISOString(), recordedAt: event.recordedAt.toISOString() })).toBe(event.hash);
      previousHash = event.hash;
    }
    expect(events).toHaveLength(3);
  });

  it('refuses an older version, names it, and writes nothing of the batch', async () => {
    const [one, two] = [await addItem({ leadUnitId: 'gtj', title: '一' }), await addItem({ leadUnitId: 'gtj', title: '二' })];
    await act([facts(two, 1, '二改')]);
    const refused = act([facts(one, 1, '一改'), facts(two, 1, '二又改')]);
    await expect(refused).rejects.toBeInstanceOf(ItemConflict);
    await expect(refused).rejects.toMatchObject({ conflicts: [{ itemId: two, version: 2, expected: 1 }] });
    expect((await db.item.findUniqueOrThrow({ where: { id: one } })).title).toBe('一');
  });

  it('of 20 who change one item at once, one wins and the others are told', async () => {
    const id = await addItem({ leadUnitId: 'gtj' });
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => act([facts(id, 1, `第${index}人`)])));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(ItemConflict);
    expect(await db.itemEvent.count({ where: { itemId: id } })).toBe(2);
  });

  it('refuses an act that the state table does not know', async () => {
    const id = await addItem({ leadUnitId: 'gtj', closedOn: '2014-08-01', writtenOffOn: '2014-08-15' });
    const change: Change = { action: 'SIGN', itemId: id, version: 1, payload: {} };
    await expect(act([change])).rejects.toBeInstanceOf(ItemActionRefused);
  });

  it('keeps the past: a light that was red in August stays red in August', async () => {
    const id = await addItem({ leadUnitId: 'gtj', assignedOn: '2014-07-01', dueOn: '2014-08-15' });
    const dueOn = '2014-12-31';
    const dates = lightDates(calendar, { assignedOn: '2014-07-01', dueOn, progressPercent: 0, thresholds, from: clock.today() });
    await act([
      {
        action: 'CORRECT',
        itemId: id,
        version: 1,
        facts: { dueOn },
        standing: { state: 'IN_PROGRESS', progressPercent: 0, dueOn, ...dates },
        payload: { dueOn },
      },
    ]);
    const light = async (day: string) => {
      const [found] = await rows(
        z.object({ light: z.string() }),
        sql`SELECT light FROM item_as_of(${day}::date) WHERE item_id = ${id}::uuid`,
      );
      return found?.light;
    };
    expect(await light('2014-08-15')).not.toBe('RED');
    expect(await light('2014-08-31')).toBe('RED');
    expect(await light('2014-09-30')).toBe('GREEN');
  });

  it('lets nobody change history', async () => {
    const id = await addItem({ leadUnitId: 'gtj' });
    await expect(pool.query(`UPDATE item_event SET payload = '{}' WHERE item_id = $1`, [id])).rejects.toThrow();
    await expect(pool.query('DELETE FROM item_event WHERE item_id = $1', [id])).rejects.toThrow();
  });
});
