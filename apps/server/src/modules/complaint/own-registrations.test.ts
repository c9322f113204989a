import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../../database.ts';
import { ask, openTestCity } from '../../testing/test-city.ts';
import { act, person } from '../item/acts/testing/acts.fixture.ts';
import type { Viewer } from '../session/viewer.ts';
import { answerAddress, setPublicAddress } from './answer-address.ts';
import type { Registrations } from './own-registrations.ts';

let close: () => Promise<void>;
let inspection: Viewer;
let window: Viewer;
let colleague: Viewer;
beforeAll(async () => {
  close = await openTestCity();
  inspection = await person('INSPECTION', 'jcj');
  window = await person('SERVICE_CENTRE', 'xzfw');
  colleague = await person('SERVICE_CENTRE', 'xzfw');
});
afterAll(async () => {
  setPublicAddress(undefined);
  await close();
});

async function register(viewer: Viewer, more: object = {}): Promise<{ number: string; answerAddress: string | null }> {
  const answer = await ask<{ registerComplaint: { number: string; answerAddress: string | null } }>(
    viewer,
    `mutation($input: RegisterComplaintInput!) { registerComplaint(input: $input) {
      ... on ComplaintRegistered { number answerAddress } } }`,
    { input: { requestId: randomUUID(), channel: 'window', isNamed: true, name: '某丙', facts: '窗口无人值守', ...more } },
  );
  return answer.data!.registerComplaint;
}

async function seen(viewer: Viewer, period: 'TODAY' | 'THIS_MONTH') {
  return ask<{ own: Registrations }>(
    viewer,
    `query($period: RegistrationPeriod) { own: ownComplaintRegistrations(period: $period) {
      today thisMonth registrations { number receivedOn channel state acceptDueOn answerDueOn } } }`,
    { period },
  );
}
const listed = async (viewer: Viewer, period: 'TODAY' | 'THIS_MONTH' = 'TODAY') => (await seen(viewer, period)).data!.own;
const itemOf = (number: string) => db.item.findUniqueOrThrow({ where: { number } });

it('shows a window what it registered, how far it has come, and nothing of its colleagues’', async () => {
  const first = await register(window);
  const second = await register(window, { channel: 'visit' });
  const other = await register(colleague);
  expect(await listed(window)).toEqual({
    today: 2,
    thisMonth: 2,
    registrations: [
      { number: second.number, receivedOn: '2014-09-30', channel: 'visit', state: 'DRAFT', acceptDueOn: '2014-10-10', answerDueOn: null },
      { number: first.number, receivedOn: '2014-09-30', channel: 'window', state: 'DRAFT', acceptDueOn: '2014-10-10', answerDueOn: null },
    ],
  });
  expect((await listed(colleague)).registrations.map(({ number }) => number)).toEqual([other.number]);

  const { id } = await itemOf(first.number);
  const takenOn = {
    category: '2',
    mode: 'ASSIGN',
    facts: '反映窗口无人值守',
    complainedUnitId: 'zjj',
    leadUnitId: 'czj',
    assistUnitIds: [],
  } as const;
  expect(await act(inspection, 'takeOnComplaint', id, takenOn)).toMatchObject({ __typename: 'ItemActed' });
  const due = (await itemOf(first.number)).dueOn!.toISOString().slice(0, 10);
  expect((await listed(window)).registrations[1]).toMatchObject({ state: 'ASSIGNED', acceptDueOn: null, answerDueOn: due });
});

it('asks for no day any more of what was answered on the spot', async () => {
  const { number } = await register(window, {
    ...{ classCode: '2', unitId: 'zjj' },
    onTheSpot: { facts: '窗口无人值守', answer: '已责令到岗' },
  });
  expect((await listed(window)).registrations[0]).toMatchObject({ number, state: 'CLOSED', acceptDueOn: null, answerDueOn: null });
});

it('tells of the day and of the month', async () => {
  const { number } = await register(window);
  const { id } = await itemOf(number);
  await db.complaint.updateMany({ where: { itemId: id }, data: { receivedOn: new Date('2014-09-02') } });
  expect((await listed(window)).registrations.map((one) => one.number)).not.toContain(number);
  const month = await listed(window, 'THIS_MONTH');
  expect(month.registrations.at(-1)).toMatchObject({ number, receivedOn: '2014-09-02' });
  expect([month.today, month.thisMonth]).toEqual([3, 4]);
  await db.complaint.updateMany({ where: { itemId: id }, data: { receivedOn: new Date('2014-08-31') } });
  expect((await listed(window, 'THIS_MONTH')).thisMonth).toBe(3);
});

it('is for windows and the complaint office', async () => {
  for (const [role, unitId] of [
    ['UNIT_HEAD', 'zjj'],
    ['UNIT_CLERK', 'zjj'],
    ['SUPERVISION_OFFICE', 'dcs'],
    ['CITY_LEADER', '411700'],
    ['AUDIT_ADMIN', '411700'],
  ] as const)
    expect([role, (await seen(await person(role, unitId), 'TODAY')).errors?.[0]?.extensions.code]).toEqual([role, 'FORBIDDEN']);
  expect(await listed(inspection)).toEqual({ today: 0, thisMonth: 0, registrations: [] });
});

it('tells the address that people type, where there is one', async () => {
  expect((await register(window)).answerAddress).toBeNull();
  setPublicAddress('https://duban.example.gov.cn/');
  expect((await register(window)).answerAddress).toBe('https://duban.example.gov.cn/public/answer');
  expect(answerAddress()).toBe('https://duban.example.gov.cn/public/answer');
});
