import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db, openTestCity } from '../../testing/test-city.ts';
import { addComplaint, askPublic, type TestComplaint } from '../testing/public.fixture.ts';
import { complaintFigures } from './complaint-figures.query.ts';

let close: () => Promise<void>;
const closed = (closedOn: string, dueOn = '2014-12-31', category = '1'): TestComplaint['item'] => ({ closedOn, dueOn, category });

beforeAll(async () => {
  close = await openTestCity();
  // Class 1: six received, of them four closed (one late, two rated); class 2: five; class 3: two.
  await addComplaint({ receivedOn: '2014-06-03', item: closed('2014-06-20'), complaint: { satisfaction: 'BASICALLY_SATISFIED' } });
  await addComplaint({ receivedOn: '2014-06-03', item: closed('2014-07-20'), complaint: { satisfaction: 'VERY_DISSATISFIED' } });
  await addComplaint({ receivedOn: '2014-07-01', item: closed('2014-09-20', '2014-08-01') });
  const target = await addComplaint({ receivedOn: '2014-07-02', item: closed('2014-08-02') });
  await addComplaint({ receivedOn: '2014-09-01', item: { category: '1' } });
  await addComplaint({ receivedOn: '2014-09-02', acceptedOn: null, item: { category: '1', state: 'DRAFT' } });
  for (const day of [1, 2, 3, 4, 5]) await addComplaint({ receivedOn: `2014-08-0${day}`, item: closed('2014-09-01', '2014-12-31', '2') });
  await addComplaint({ receivedOn: '2014-09-03', acceptedOn: null, item: { category: '3', state: 'REFUSED' } });
  await addComplaint({ receivedOn: '2014-09-03', acceptedOn: null, item: { category: '3', state: 'WITHDRAWN' } });
  // Merged into the one of 2 July: it stands as that one does, in its class.
  const merged = await addComplaint({ receivedOn: '2014-07-05', item: { category: '4', state: 'MERGED' } });
  await db.item.update({ where: { id: merged.itemId }, data: { mergedIntoId: target.itemId } });
  // Of the year before, and of no class.
  const old = await addComplaint({ receivedOn: '2014-01-02', item: closed('2014-01-10') });
  await db.complaint.update({ where: { id: old.id }, data: { receivedOn: new Date('2013-12-31') } });
  await addComplaint({ receivedOn: '2014-01-01', item: { category: null } });
}, 120_000);
afterAll(() => close());

describe('complaintFigures', () => {
  it('count each complaint of the year once, as its matter stands', async () => {
    const { byClass: _byClass, byMonth: _byMonth, ...totals } = await complaintFigures('2014-09-30');
    expect(totals).toEqual({
      since: '2014-01-01',
      received: 15,
      takenOn: 12,
      refused: 1,
      open: 3,
      closed: 10,
      closedOnTime: 9,
      rated: 2,
      satisfied: 1,
    });
    // One more was withdrawn.
    expect(totals.open + totals.closed + totals.refused + 1).toBe(totals.received);
  });

  it('hide a class with few, and one more where the total would tell it', async () => {
    const { byClass } = await complaintFigures('2014-09-30');
    // Class 1: 7 with the merged one, 5 closed; class 2: 5 and 5; classes 3 and 4: 2 and 0, hidden.
    expect(byClass.map(({ class: { code }, received, closed: done }) => [code, received, done])).toEqual([
      ['1', 7, 5],
      ['2', 5, 5],
      ['3', null, null],
      ['4', null, null],
    ]);
    await db.term.updateMany({ where: { dictionary: 'complaint-class', code: '4' }, data: { validTo: new Date('2014-01-01') } });
    expect((await complaintFigures('2014-09-30')).byClass.map(({ received }) => received)).toEqual([7, null, null]);
    await db.term.updateMany({ where: { dictionary: 'complaint-class', code: '4' }, data: { validTo: new Date('9999-12-31') } });
  });

  it('add up by month', async () => {
    const { data } = await askPublic<{ complaintFigures: { byMonth: { month: string; received: number; closed: number }[] } }>(
      '{ complaintFigures { byMonth { month received closed } } }',
    );
    const byMonth = data!.complaintFigures.byMonth;
    expect(byMonth.filter(({ received, closed: done }) => received + done > 0)).toEqual([
      { month: '2014-01', received: 1, closed: 0 },
      { month: '2014-06', received: 2, closed: 1 },
      { month: '2014-07', received: 3, closed: 1 },
      { month: '2014-08', received: 5, closed: 2 },
      { month: '2014-09', received: 4, closed: 6 },
    ]);
    expect(byMonth).toHaveLength(9);
  });
});
