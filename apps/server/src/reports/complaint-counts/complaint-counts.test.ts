import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ItemFilter } from '../../modules/item/item-filter.ts';
import { countItems } from '../../modules/item/item-list.ts';
import { openTestCity, viewerWith } from '../../testing/test-city.ts';
import { addComplaint } from '../complaint-outcomes/add-complaint.fixture.ts';
import { complaintOutcomeRates } from '../complaint-outcomes/complaint-outcomes.query.ts';
import { complaintCounts } from './complaint-counts.query.ts';

const leader = viewerWith('CITY_LEADER');
const today = '2014-09-30';
const listed = (filter: ItemFilter, viewer = leader, asOf = today) => countItems(viewer, asOf, { kinds: ['COMPLAINT'], ...filter });
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestCity();
  const phone = '13800000001';
  // Decided in time, decided late, refused in time, refused late.
  await addComplaint({ foundOn: '2014-09-01', decidedOn: '2014-09-03', acceptDueOn: '2014-09-04', phone });
  await addComplaint({ foundOn: '2014-09-01', decidedOn: '2014-09-10', acceptDueOn: '2014-09-04', people: 5 });
  await addComplaint({
    foundOn: '2014-09-02',
    decidedOn: '2014-09-05',
    acceptDueOn: '2014-09-05',
    state: 'REFUSED',
    phone: '+86 138 0000 0001',
  });
  await addComplaint({ foundOn: '2014-09-02', decidedOn: '2014-09-12', acceptDueOn: '2014-09-05', state: 'REFUSED' });
  // Waiting: past the limit, on its last day, and without one. Withdrawn undecided.
  await addComplaint({ foundOn: '2014-09-20', acceptDueOn: '2014-09-24', state: 'DRAFT', people: 4 });
  await addComplaint({ foundOn: '2014-09-26', acceptDueOn: today, state: 'DRAFT', identity: '41170219700101001x' });
  await addComplaint({ foundOn: '2014-09-26', acceptDueOn: null, state: 'DRAFT' });
  await addComplaint({ foundOn: '2014-09-15', decidedOn: '2014-09-16', acceptDueOn: '2014-09-18', state: 'WITHDRAWN' });
  // Taken on without a limit known, handled again; the same identity number as one before.
  await addComplaint({
    foundOn: '2014-09-27',
    acceptDueOn: null,
    reworkCount: 1,
    reopenedByComplainant: true,
    identity: '41170219700101001X',
  });
});
afterAll(() => close());

it('tells what became of all that was received', async () => {
  expect(await complaintCounts(leader, today)).toEqual({
    received: 9,
    waiting: 3,
    refused: 2,
    withdrawn: 1,
    takenOn: 3,
    reworked: 1,
    reopened: 1,
    collective: 1,
    repeated: 2,
  });
});

it('is read as of a day', async () => {
  expect(await complaintCounts(leader, '2014-09-10')).toMatchObject({ received: 4, waiting: 1, refused: 1, takenOn: 2 });
});

it('counts what the ledger lists', async () => {
  expect(await listed({ isTakenOn: true })).toBe(3);
  expect(await listed({ isTakenOn: false })).toBe(6);
  expect(await listed({ states: ['DRAFT'] })).toBe(3);
  expect(await listed({ isCollective: true })).toBe(1);
  expect(await listed({ isReopened: true })).toBe(1);
  expect(await listed({ isRepeatComplainant: true })).toBe(2);
});

it('answers for the decision: in time ÷ decided, or undecided past the limit', async () => {
  const [response] = await complaintOutcomeRates(leader, today);
  expect(response).toMatchObject({ rate: 'RESPONSE', numerator: 2, denominator: 5, percent: 40 });
  expect(await listed({ isDecisionDue: true })).toBe(5);
  expect(await listed({ isDecisionDue: true, isDecidedInTime: false })).toBe(3);
  // On the 8th: one decided, one refused, two undecided past their limit.
  const [before] = await complaintOutcomeRates(leader, '2014-09-08');
  expect(before).toMatchObject({ numerator: 2, denominator: 4 });
});

it('tells repeat complaints only to whoever sees the whole city', async () => {
  const head = viewerWith('UNIT_HEAD', 'jcj');
  expect(await complaintCounts(head, today)).toMatchObject({ received: 9, repeated: null });
  expect(await listed({ isRepeatComplainant: true }, head)).toBe(0);
  expect(await listed({ isRepeatComplainant: false }, head)).toBe(9);
});

it('shows the administrators nothing', async () => {
  for (const role of ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'] as const)
    expect(await complaintCounts(viewerWith(role), today)).toMatchObject({ received: 0, repeated: null });
});
