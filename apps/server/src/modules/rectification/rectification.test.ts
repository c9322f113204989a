import { type Role, roles } from '@duban/rules/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rectificationTotals } from '../../reports/rectification-totals/rectification-totals.query.ts';
import { ask, db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { countItems } from '../item/item-list.ts';
import type { Viewer } from '../session/viewer.ts';
import { board, clerk, codes, enter, entry, list, office, problem, set } from './testing/rectification.fixture.ts';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
});
afterAll(() => close());

const leadHead = viewerWith('UNIT_HEAD', 'fzb');
const units: Partial<Record<Role, string>> = { UNIT_HEAD: 'gtj', UNIT_CLERK: 'gtj', SERVICE_CENTRE: 'xzfw', INSPECTION: 'jcj' };
const everybody = roles.map((role) => viewerWith(role, units[role] ?? '411700'));
const chain = () => db.systemEvent.findMany({ where: { kind: 'RECTIFICATION' }, orderBy: { sequence: 'asc' } });

describe('the board', () => {
  it('is set up by the supervision office alone, with every problem at its field', async () => {
    for (const viewer of everybody.filter(({ role }) => role !== 'SUPERVISION_OFFICE')) {
      const { answer, error } = await set(viewer, board());
      // Who doesn't see a rectification isn't told that it is there.
      expect(answer?.__typename ?? error, viewer.role).toMatch(/^(?:NotFoundError|FORBIDDEN)$/);
    }
    const stages = board().stages.map((stage) => (stage.stage === 'SCREEN' ? { ...stage, endedOn: '2014-10-01' } : stage));
    const { answer } = await set(office, board({ leadUnitId: 'nobody', unitIds: [], stages, goal: '标'.repeat(301) }));
    expect(codes(answer)).toEqual(['leadUnitId UNKNOWN', 'unitIds REQUIRED', 'goal TOO_LONG', 'stages.SCREEN.endedOn FUTURE']);
    expect((await set(office, board())).answer).toMatchObject({ __typename: 'Rectification', version: 1 });
    expect((await set(office, board({ version: 1 }))).answer).toMatchObject({ __typename: 'ActRefusedError', code: 'NOTHING_CHANGED' });
    expect((await set(office, board({ goal: '另一个目标' }))).answer).toMatchObject({ __typename: 'ConflictError', version: 1 });
  });

  it('lets the head of the lead unit tell how the stages went, and nothing else; each change is on the system chain', async () => {
    const went = board().stages.map((stage) =>
      stage.stage === 'SCREEN' ? { ...stage, endedOn: '2014-08-05', summary: ' 排查结束 ' } : stage,
    );
    expect(codes((await set(leadHead, board({ version: 1, stages: went, goal: '降低目标' }))).answer)).toEqual(['form NOT_YOURS']);
    expect((await set(leadHead, board({ version: 1, stages: went }))).answer).toMatchObject({ __typename: 'Rectification', version: 2 });
    const [setUp, last] = await chain();
    expect(JSON.parse(setUp!.payload)).toMatchObject({ act: 'SET_BOARD', code: '3', version: 1 });
    expect(JSON.parse(last!.payload)).toEqual({
      act: 'SET_BOARD',
      code: '3',
      version: 2,
      changes: [
        { field: 'stages.SCREEN.endedOn', before: null, after: '2014-08-05' },
        { field: 'stages.SCREEN.summary', before: null, after: '排查结束' },
      ],
    });
  });

  it('tells where the stages stood on a day: nothing that came later', async () => {
    const source = `query($asOf: Day) { rectification(code: "3", asOf: $asOf) { stages { stage phase lateDays isNow endedOn summary } } }`;
    const stagesOn = async (asOf: string) => {
      const { data } = await ask<{ rectification: { stages: Record<string, unknown>[] } }>(office, source, { asOf });
      return data!.rectification.stages.map(({ phase, lateDays, isNow, endedOn, summary }) => [phase, lateDays, isNow, endedOn, summary]);
    };
    expect(await stagesOn('2014-08-04')).toEqual([
      ['OVER', 0, false, '2014-06-20', null],
      ['UNDER_WAY', 4, true, null, '排查结束'],
      ['AHEAD', 3, false, null, null],
      ['AHEAD', 0, false, null, null],
    ]);
    expect((await stagesOn('2014-09-30'))[1]).toEqual(['OVER', 5, true, '2014-08-05', '排查结束']);
  });
});

describe("a unit's month", () => {
  it('is entered by its clerk, its head or the supervision office, once per request', async () => {
    for (const viewer of [...everybody, viewerWith('UNIT_CLERK', 'gaj'), leadHead]) {
      const { answer, error } = await enter(viewer, entry({ month: '2014-10' }));
      const isAllowed = viewer.role === 'SUPERVISION_OFFICE' || viewer.unitId === 'gtj';
      expect(isAllowed ? codes(answer) : error, viewer.role).toEqual(isAllowed ? ['month FUTURE'] : 'FORBIDDEN');
    }
    expect((await enter(clerk, entry(), 'twice')).answer).toMatchObject({ __typename: 'Rectification', rectification: '3' });
    expect((await enter(clerk, entry(), 'twice')).answer).toMatchObject({ __typename: 'Rectification' });
    expect(await db.rectificationMonth.count()).toBe(1);
  });

  it('refuses at each field what can not be', async () => {
    const wrong = entry({ month: '2014-05', checks: -1, lookBacks: 1, relapses: 2, note: '字'.repeat(501) });
    expect(codes((await enter(clerk, wrong)).answer)).toEqual([
      'checks NOT_WHOLE',
      'relapses MORE_THAN_LOOK_BACKS',
      'month BEFORE_BEGIN',
      'note TOO_LONG',
    ]);
    expect(codes((await enter(office, entry({ unitId: 'jyj', month: '2014-07' }))).answer)).toEqual(['unitId NO_PART']);
    // Another rectification is not set up yet.
    expect((await enter(office, entry({ code: '2' }))).answer.__typename).toBe('NotFoundError');
  });

  it('is put right with a reason; the second of two is told; what was there stays in its story', async () => {
    expect((await enter(clerk, entry({ checks: 22 }))).answer).toMatchObject({ __typename: 'ConflictError', version: 1 });
    expect(codes((await enter(clerk, entry({ version: 1, checks: 22 }))).answer)).toEqual(['reason REQUIRED']);
    expect((await enter(clerk, entry({ version: 1, reason: '重复' }))).answer).toMatchObject({ code: 'NOTHING_CHANGED' });
    const corrections = [22, 23].map((checks) => enter(clerk, entry({ version: 1, checks, reason: '补计乡镇检查' })));
    const kinds = (await Promise.all(corrections)).map(({ answer }) => answer.__typename).sort();
    expect(kinds).toEqual(['ConflictError', 'Rectification']);
    const { data } = await ask<{ rectificationEntryStory: Record<string, unknown>[] }>(
      viewerWith('CITY_LEADER'),
      `{ rectificationEntryStory(code: "3", unitId: "gtj", month: "2014-08") { version enteredBy knownOn reason changes { field before after } } }`,
    );
    const [now, first] = data!.rectificationEntryStory;
    expect(now).toMatchObject({ version: 2, enteredBy: '测试岗位', knownOn: '2014-09-30', reason: '补计乡镇检查' });
    expect(now!.changes).toEqual([{ field: 'checks', before: '20', after: expect.stringMatching(/^2[23]$/) }]);
    expect(first).toMatchObject({ version: 1, reason: null, changes: [] });
    expect(await db.rectificationMonth.count({ where: { supersededAt: null } })).toBe(1);
    expect((await chain()).filter(({ payload }) => payload.includes('ENTER_MONTHS'))).toHaveLength(2);
  });

  it('is owed by its unit, and told to who reports for it, until something is entered', async () => {
    const owedBy = async (viewer: Viewer) =>
      (
        await ask<{ owedRectificationMonths: Record<string, string>[] }>(
          viewer,
          '{ owedRectificationMonths { code unitName month state } }',
        )
      ).data!.owedRectificationMonths;
    // Planned from June on; August was entered above.
    const september = { code: '3', unitName: '市国土局', month: '2014-09', state: 'RUNNING' };
    const missing = ['2014-06', '2014-07'].map((month) => ({ ...september, month, state: 'MISSING' }));
    expect(await owedBy(clerk)).toEqual([...missing, september]);
    expect((await owedBy(viewerWith('UNIT_HEAD', 'gaj'))).map(({ month }) => month)).toEqual(['2014-06', '2014-07', '2014-08', '2014-09']);
    for (const viewer of [office, leadHead, viewerWith('CITY_LEADER')]) expect(await owedBy(viewer)).toEqual([]);
  });

  it('is read by the city and the lead unit, and by the unit its own; administrators and others read nothing', async () => {
    await enter(office, entry({ unitId: 'gaj', checks: 7, month: '2014-07' }));
    const source = `{ rectifications { code access unitsToEnter } rectificationTotals { code checks missing } rectificationUnits(code: "3") { unitId }
      rectificationMonths(code: "3") { checks } rectificationEntries(code: "3") { unitId version }
      rectificationEntryStory(code: "3", unitId: "gaj", month: "2014-07") { version } }`;
    const seen: Record<string, unknown> = {};
    for (const viewer of [...everybody, leadHead]) {
      const { data } = await ask<{
        rectifications: { code: string; access: string; unitsToEnter: string[] }[];
        rectificationTotals: { code: string; checks: number; missing: number }[];
        rectificationUnits: { unitId: string }[];
        rectificationMonths: { checks: number }[];
        rectificationEntries: { unitId: string; version: number }[];
        rectificationEntryStory: object[];
      }>(viewer, source);
      const { rectifications: boards, rectificationTotals: totals, rectificationUnits, rectificationEntries } = data!;
      const total = totals.find(({ code }) => code === '3');
      const one = boards.find(({ code }) => code === '3');
      expect(data!.rectificationMonths.reduce((sum, { checks }) => sum + checks, 0)).toBe(total?.checks ?? 0);
      seen[`${viewer.role} ${viewer.unitId}`] = [
        boards.length,
        one?.access ?? null,
        one?.unitsToEnter.length ?? 0,
        total ? [total.checks > 20, total.missing] : null,
        rectificationUnits.map(({ unitId }) => unitId).join(' '),
        rectificationEntries.filter(({ version }) => version > 0).length,
        data!.rectificationEntryStory.length,
      ];
    }
    const all = [true, 7, '411721 gtj gaj', 2, 1];
    const city = (access: string, enters: number) => [5, access, enters, [all[0], all[1]], ...all.slice(2)];
    expect(seen).toEqual({
      'CITY_LEADER 411700': city('NONE', 0),
      'VICE_MAYOR 411700': city('NONE', 0),
      'SUPERVISION_OFFICE 411700': city('ALL', 3),
      'INSPECTION jcj': city('NONE', 0),
      'SERVICE_CENTRE xzfw': [0, null, 0, null, '', 0, 0],
      'UNIT_HEAD gtj': [1, 'NONE', 1, [true, 2], 'gtj', 1, 0],
      'UNIT_CLERK gtj': [1, 'NONE', 1, [true, 2], 'gtj', 1, 0],
      'UNIT_HEAD fzb': city('STAGES', 0).with(0, 1),
      'SYSTEM_ADMIN 411700': [0, null, 0, null, '', 0, 0],
      'SECURITY_ADMIN 411700': [0, null, 0, null, '', 0, 0],
      'AUDIT_ADMIN 411700': [0, null, 0, null, '', 0, 0],
    });
  });
});

describe('a problem', () => {
  it('is listed with the disorder of its own list, and is assigned at once', async () => {
    expect(
      codes((await list(clerk, problem({ disorder: 'checkpoint', leadUnitId: 'gaj', title: ' ', dueOn: '2014-09-01' }))).answer),
    ).toEqual(['title REQUIRED', 'disorder UNKNOWN', 'leadUnitId NOT_YOUR_UNIT', 'dueOn PAST']);
    const { answer } = await list(clerk, problem(), 'listed');
    expect(answer.item).toMatchObject({ number: '整-2014-0001', standing: { state: 'ASSIGNED' }, category: { code: '3' } });
    expect((await list(clerk, problem(), 'listed')).answer.item.id).toBe(answer.item.id);
    const detail = await db.rectificationProblem.findUniqueOrThrow({ where: { itemId: answer.item.id } });
    expect(detail).toMatchObject({ enforcementDisorder: 'fine', roadDisorder: null });
    const part = await db.itemUnit.findFirstOrThrow({ where: { itemId: answer.item.id } });
    expect(part).toMatchObject({ unitId: 'gtj', state: 'ASSIGNED' });
    expect(part.signDueOn).not.toBeNull();
  });

  it('is listed for the own unit, by the lead unit for all that take part, by the office for any', async () => {
    expect((await list(leadHead, problem({ leadUnitId: 'gaj' }))).answer.item.number).toBe('整-2014-0002');
    expect(codes((await list(leadHead, problem({ leadUnitId: 'jyj' }))).answer)).toEqual(['leadUnitId NOT_YOUR_UNIT']);
    expect((await list(office, problem({ leadUnitId: 'jyj', disorder: null }))).answer.item.number).toBe('整-2014-0003');
    for (const viewer of everybody.filter(({ role, unitId }) => role !== 'SUPERVISION_OFFICE' && unitId !== 'gtj')) {
      const { answer, error } = await list(viewer, problem());
      expect(answer?.__typename ?? error, viewer.role).toMatch(/^(?:NotFoundError|FORBIDDEN)$/);
    }
    // Another rectification has another list, and none is set up yet.
    expect((await list(office, problem({ code: '4' }))).answer.__typename).toBe('NotFoundError');
  });

  it('is found by the filters of its register', async () => {
    const kinds = ['RECTIFICATION_PROBLEM' as const];
    const count = (filter: object) => countItems(office, '2014-09-30', { kinds, ...filter });
    expect(await count({ enforcementDisorders: ['fine'] })).toBe(2);
    expect(await count({ enforcementDisorders: ['NONE'] })).toBe(1);
    expect(await count({ roadDisorders: ['fine'] })).toBe(0);
    const [total] = await rectificationTotals(office, '2014-09-30', { code: '3' });
    expect(total).toMatchObject({ listed: 3, open: 3, found: total!.spotFixed + 3 });
  });

  it('is seen by the unit that leads the rectification, as by the unit that has to put it right', async () => {
    const seenBy = async (viewer: Viewer) => countItems(viewer, '2014-09-30', { kinds: ['RECTIFICATION_PROBLEM' as const] });
    expect(await seenBy(leadHead)).toBe(3);
    expect(await seenBy(clerk)).toBe(1);
    expect(await seenBy(viewerWith('UNIT_HEAD', 'fgw'))).toBe(0);
  });
});
