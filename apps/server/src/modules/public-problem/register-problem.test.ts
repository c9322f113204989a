import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { itemRowOf, partOf, person } from '../item/acts/testing/acts.fixture.ts';
import type { Viewer } from '../session/viewer.ts';
import { placesOf, register } from './testing/public-problem.fixture.ts';

let close: () => Promise<void>;
let clerk: Viewer;
let office: Viewer;
beforeAll(async () => {
  close = await openTestCity();
  clerk = await person('UNIT_CLERK', 'jyj');
  office = await person('SUPERVISION_OFFICE', 'dcs');
});
afterAll(() => close());

describe('a problem that a unit enters', () => {
  it('is assigned to the unit, due by the limit in force, its raiser sealed', async () => {
    const { item } = await register(clerk);
    const stored = await db.item.findUniqueOrThrow({ where: { id: item!.id }, include: { publicProblem: { include: { raiser: true } } } });
    expect(stored).toMatchObject({ kind: 'PUBLIC_PROBLEM', category: 'transport', countyId: '411721', leadUnitId: 'jyj' });
    expect(stored.number).toMatch(/^群-2014-\d{4}$/);
    expect(stored.publicProblem).toMatchObject({ origin: 'ASKED_FOR', channel: 'meeting', peopleAffected: 320, answer: null });
    expect(stored.publicProblem?.raiser?.nameCipher).toBeTruthy();
    // Thirty working days from the 30th of September, over the holiday.
    expect(await itemRowOf(item!.id)).toMatchObject({ state: 'ASSIGNED', due_on: '2014-11-17' });
    expect(await partOf(item!.id, 'jyj')).toMatchObject({ state: 'ASSIGNED', assigned_on: '2014-09-30' });
    const events = await db.itemEvent.findMany({ where: { itemId: item!.id }, orderBy: { sequence: 'asc' } });
    expect(events.map(({ action }) => action)).toEqual(['CREATE', 'ASSIGN']);
    expect([...(await placesOf('某甲乙')), ...(await placesOf('13900001111'))]).toEqual([]);
  });

  it('is entered once, however often it is sent', async () => {
    const requestId = 'the-same';
    const [first, second] = [await register(clerk, {}, requestId), await register(clerk, {}, requestId)];
    expect(second.item?.id).toBe(first.item?.id);
  });

  it.each([
    [{ title: ' ' }, 'title', 'REQUIRED'],
    [{ title: '坑'.repeat(201) }, 'title', 'TOO_LONG'],
    [{ content: '' }, 'content', 'REQUIRED'],
    [{ content: '某 甲乙反映路不好走' }, 'content', 'NAMES_RAISER'],
    [{ title: '请回电139-0000-1111' }, 'title', 'NAMES_RAISER'],
    [{ topic: 'weather' }, 'topic', 'UNKNOWN'],
    [{ channel: 'dream' }, 'channel', 'UNKNOWN'],
    [{ channel: 'self-found' }, 'channel', 'ASKED_FOR'],
    [{ origin: 'SELF_FOUND' }, 'channel', 'SELF_FOUND'],
    [{ origin: 'SELF_FOUND', channel: 'self-found' }, 'raiserName', 'SELF_FOUND'],
    [{ peopleAffected: 0 }, 'peopleAffected', 'PEOPLE'],
    [{ countyId: 'jyj' }, 'countyId', 'UNKNOWN'],
    [{ raisedOn: '2014-10-01' }, 'raisedOn', 'FUTURE'],
    [{ raisedOn: '2004-09-01' }, 'raisedOn', 'TOO_EARLY'],
    [{ leadUnitId: '' }, 'leadUnitId', 'REQUIRED'],
    [{ leadUnitId: '411700' }, 'leadUnitId', 'UNKNOWN'],
    [{ leadUnitId: 'wsj' }, 'leadUnitId', 'NOT_YOUR_UNIT'],
    [{ dueOn: '2014-09-29' }, 'dueOn', 'PAST'],
    [{ dueOn: '9999-12-31' }, 'dueOn', 'TOO_FAR'],
    [{ raiserPhone: '打电话' }, 'raiserPhone', 'PHONE'],
  ])('is refused with %j, at its field and in Chinese', async (wrong, field, code) => {
    const { fields } = await register(clerk, wrong);
    expect(fields?.find((each) => each.field === field)).toMatchObject({ code, message: expect.stringMatching(/\p{Script=Han}/u) });
  });
});

describe('who may', () => {
  it('the supervision office for any unit, without a topic and a name', async () => {
    const { item } = await register(office, { leadUnitId: '411722', countyId: null, topic: null, raiserName: null, raiserPhone: null });
    const stored = await db.item.findUniqueOrThrow({ where: { id: item!.id } });
    expect(stored).toMatchObject({ category: null, countyId: '411722', leadUnitId: '411722', state: 'ASSIGNED' });
  });

  it.each(['CITY_LEADER', 'INSPECTION', 'SERVICE_CENTRE', 'SYSTEM_ADMIN', 'AUDIT_ADMIN'] as const)('not %s', async (role) => {
    await expect(register(viewerWith(role))).rejects.toThrow('无权');
    const { data } = await ask<{ publicProblemForm: unknown }>(viewerWith(role), '{ publicProblemForm { dueOn } }');
    expect(data?.publicProblemForm).toBeNull();
  });

  it('is told what the form offers', async () => {
    const ofUnit = await ask<{ publicProblemForm: object }>(clerk, '{ publicProblemForm { dueOn leadUnits { id shortName } } }');
    expect(ofUnit.data?.publicProblemForm).toEqual({ dueOn: '2014-11-17', leadUnits: [{ id: 'jyj', shortName: '市教育局' }] });
    const ofOffice = await ask<{ publicProblemForm: { leadUnits: { id: string }[] } }>(
      office,
      '{ publicProblemForm { leadUnits { id } } }',
    );
    expect(ofOffice.data!.publicProblemForm.leadUnits.length).toBeGreaterThan(50);
  });
});
