import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '../../database.ts';
import { burden } from '../../reports/burden/burden.query.ts';
import { db, viewerWith } from '../../testing/test-city.ts';
import { changeItems } from '../item/change-items.ts';
import {
  act,
  clerk,
  type Form,
  fillRequired,
  financeHead,
  formOf,
  head,
  month,
  openMonthlyCity,
  otherClerk,
  save,
} from './testing/monthly.fixture.ts';

let close: () => Promise<void>;
beforeEach(async () => {
  close = await openMonthlyCity();
});
afterEach(() => close());

const leader = viewerWith('CITY_LEADER');
const rowOf = (form: Form | null, number: string) => form!.rows.find((row) => row.number === number)!;
const askedOf = (form: Form | null, number: string) =>
  rowOf(form, number)
    .fields.filter(({ isAsked }) => isAsked)
    .map(({ key }) => key);
const idOf = async (number: string) => (await db.item.findUniqueOrThrow({ where: { number } })).id;
const figureOf = async (itemId: string, series: 'ACTUAL' | 'FUNDS_PAID' | 'FUNDS_ARRIVED' | 'INVESTMENT_ACTUAL', periodOn = month) =>
  (await db.periodFigure.findMany({ where: { itemId, series, periodOn: new Date(periodOn) }, orderBy: { id: 'asc' } })).map(
    ({ value, supersededAt }) => [value.toNumber(), supersededAt !== null],
  );

describe('the form', () => {
  it('asks the lead unit its figures and open steps, the assisting unit its own step', async () => {
    const form = await formOf(clerk);
    expect(form!.rows.map(({ number }) => number)).toEqual(['难-2014-0001', '民-2014-0001', '项-2014-0001', '风-2014-0001']);
    expect(askedOf(form, '难-2014-0001')).toEqual(['step:2:actualOn', 'step:2:obstacle', 'step:2:decisionNeeded']);
    expect(askedOf(form, '民-2014-0001')).toEqual(['actual', 'fundsArrived', 'fundsPaid', 'county:411721:actual']);
    expect(askedOf(form, '项-2014-0001')).toEqual(['investmentActual', 'step:1:actualOn', 'step:1:obstacle']);
    expect(askedOf(form, '风-2014-0001')).toEqual(['progressClass', 'evidence']);
    expect(rowOf(form, '民-2014-0001').fields[0]).toMatchObject({ key: 'actual', last: '55', plan: '120', value: null });
    const finance = await formOf(financeHead, 'czj');
    expect(finance!.rows).toHaveLength(1);
    expect(askedOf(finance, '难-2014-0001')).toEqual(['step:3:actualOn', 'step:3:obstacle', 'step:3:decisionNeeded']);
  });

  it('counts what it asks, the same as the burden meter', async () => {
    await save(clerk, [[await idOf('民-2014-0001'), 'actual', '118']]);
    const form = await formOf(clerk);
    // 3 + 4 + 3 + 2 fields; known from before: the obstacle, 55 km, 400 万元, 20 km of the county, 850 万元, and the class.
    expect(form).toMatchObject({ askedCount: 12, withLastCount: 6, filledCount: 1, missingCount: 1 });
    const met = await burden(leader, month);
    expect(met.find(({ unitId }) => unitId === 'jtj')).toEqual({
      unitId: 'jtj',
      unitName: expect.any(String),
      items: 4,
      state: 'DRAFT',
      sentAt: null,
      asked: 12,
      withLast: 6,
      filled: 1,
      missing: 1,
    });
    expect(met.find(({ unitId }) => unitId === 'czj')).toMatchObject({ asked: 3, items: 1 });
    expect((await burden(clerk, month)).map(({ unitId }) => unitId)).toEqual(['jtj']);
    expect(await burden(viewerWith('SYSTEM_ADMIN'), month)).toEqual([]);
  });

  it('is for the unit, those above it and the city; nobody else learns of it', async () => {
    const above = { ...viewerWith('UNIT_HEAD', '411700'), unitIds: ['411700', 'jtj'] };
    for (const viewer of [clerk, head, above, leader, viewerWith('SUPERVISION_OFFICE'), viewerWith('VICE_MAYOR')])
      expect(await formOf(viewer)).not.toBeNull();
    for (const viewer of [financeHead, viewerWith('UNIT_CLERK', 'czj'), viewerWith('SERVICE_CENTRE', 'xzfwzx'), viewerWith('SYSTEM_ADMIN')])
      expect(await formOf(viewer)).toBeNull();
    expect(await formOf(above)).toMatchObject({ viewerCanFill: true, viewerCanSend: true, viewerCanSubmit: false });
    expect(await formOf(leader)).toMatchObject({
      viewerCanFill: false,
      viewerCanSend: false,
      viewerCanSubmit: false,
      viewerCanReturn: false,
    });
    expect(await formOf(clerk)).toMatchObject({ viewerCanFill: true, viewerCanSend: false, viewerCanSubmit: true, viewerCanReturn: false });
    expect(await formOf(leader, 'no-such-unit')).toBeNull();
  });
});

describe('saving cells', () => {
  it('changes light and progress of the draft, not of the item', async () => {
    const id = await idOf('民-2014-0001');
    const before = rowOf(await formOf(clerk), '民-2014-0001');
    expect(before.standing.light).toBe('GREY');
    expect(before.after).toMatchObject({ light: 'YELLOW', progressPercent: 27.5, why: { rule: 'BEHIND_PLAN' } });
    const saved = await save(clerk, [[id, 'actual', '118']]);
    expect(saved).toMatchObject({ __typename: 'MonthlyCellsSaved', version: 1, overwritten: [], others: [] });
    expect(saved.rows![0]).toMatchObject({ itemId: id, after: { light: 'GREEN', progressPercent: 59 }, standing: { light: 'GREY' } });
    expect((await save(clerk, [[id, 'actual', '一百']], { version: 1 })).rows![0]!.fields[0]).toMatchObject({
      value: '一百',
      problem: { code: 'NOT_A_NUMBER' },
    });
    expect((await save(clerk, [[id, 'actual', null]], { version: 2 })).rows![0]).toMatchObject({ after: { light: 'YELLOW' } });
    expect(await db.item.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: 1 });
    expect(await figureOf(id, 'ACTUAL')).toEqual([]);
  });

  it('of two people in different cells loses nothing, and in the same cell tells the other value', async () => {
    const id = await idOf('民-2014-0001');
    await save(clerk, [[id, 'actual', '110']]);
    const other = await save(otherClerk, [[id, 'fundsPaid', '300']], { version: 0 });
    expect(other).toMatchObject({
      version: 2,
      overwritten: [],
      others: [
        { field: 'actual', value: '110' },
        { field: 'fundsPaid', value: '300' },
      ],
    });
    const again = await save(otherClerk, [[id, 'actual', '112', null]], { version: 2 });
    expect(again.overwritten).toEqual([{ field: 'actual', value: '110', editedBy: null }]);
    expect(again.others).toEqual([]);
    expect((await save(otherClerk, [[id, 'actual', '113', '112']], { version: 3 })).overwritten).toEqual([]);
    expect(rowOf(await formOf(clerk), '民-2014-0001').fields.map(({ value }) => value)).toEqual(['113', null, '300', null]);
  });

  it('keeps every cell of twenty people at once', async () => {
    const [work, problem] = [await idOf('民-2014-0001'), await idOf('难-2014-0001')];
    const cells = ['actual', 'fundsArrived', 'fundsPaid', 'actual:reason', 'county:411721:actual'].map((field) => [work, field] as const);
    const all = [...cells, [problem, 'step:2:obstacle'] as const, [problem, 'step:2:decisionNeeded'] as const];
    const answers = await Promise.all(all.map(([itemId, field], at) => save(at % 2 ? clerk : otherClerk, [[itemId, field, `${at + 1}`]])));
    expect(answers.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const stored = await db.monthlyCell.findMany();
    expect(stored.map(({ field, value }) => `${field}=${value}`).sort()).toEqual(all.map(([, field], at) => `${field}=${at + 1}`).sort());
  });

  it('answers a repeated request as the first time', async () => {
    const id = await idOf('民-2014-0001');
    const first = await save(clerk, [[id, 'actual', '110']], { requestId: 'once' });
    const again = await save(clerk, [[id, 'actual', '110']], { requestId: 'once' });
    expect([first.version, again.version]).toEqual([1, 1]);
  });

  it('refuses whoever may not, cells not asked, months that are none', async () => {
    const [work, problem] = [await idOf('民-2014-0001'), await idOf('难-2014-0001')];
    expect(await save(financeHead, [[work, 'actual', '1']])).toMatchObject({ __typename: 'NotFoundError' });
    expect(await save(leader, [[work, 'actual', '1']])).toMatchObject({ __typename: 'ActRefusedError', code: 'NOT_THIS_ROLE' });
    expect(await save(clerk, [[problem, 'step:3:obstacle', '缺钱']])).toMatchObject({ fields: [{ field: 'cells.0', code: 'not-asked' }] });
    expect(
      await save(clerk, [
        ['x', 'actual', '1'],
        [work, '__proto__', '1'],
      ]),
    ).toMatchObject({ fields: [{ field: 'cells.0' }, { field: 'cells.1' }] });
    expect(
      await save(clerk, [
        [work, 'actual', '1'],
        [work, 'actual', '2'],
      ]),
    ).toMatchObject({ fields: [{ field: 'cells.1', code: 'cell-twice' }] });
    expect(await save(clerk, [[work, 'actual', '9'.repeat(2001)]])).toMatchObject({ fields: [{ code: 'too-long' }] });
    for (const [periodOn, code] of [
      ['2014-10-31', 'FUTURE_MONTH'],
      ['2014-05-31', 'BEFORE_CAMPAIGN'],
      ['2014-09-15', 'NOT_A_MONTH'],
    ] as const)
      expect(await save(clerk, [[work, 'actual', '1']], { periodOn })).toMatchObject({ fields: [{ field: 'periodOn', code }] });
    expect(await db.monthlyCell.count()).toBe(0);
  });
});

describe('from clerk to head', () => {
  it('is laid before the head whole, may be given back, and is signed', async () => {
    const work = await idOf('民-2014-0001');
    expect(await act(clerk, 'submitMonthly')).toMatchObject({
      __typename: 'InputError',
      fields: [{ field: `${work}.fundsPaid`, code: 'REQUIRED' }],
    });
    await fillRequired();
    expect(await act(head, 'submitMonthly')).toMatchObject({ code: 'NOT_THIS_ROLE' });
    expect(await act(clerk, 'submitMonthly', { version: 0 })).toMatchObject({ __typename: 'ConflictError' });
    expect(await act(clerk, 'submitMonthly')).toMatchObject({ state: 'SUBMITTED' });
    expect(await act(clerk, 'submitMonthly')).toMatchObject({ code: 'MONTHLY_WITH_HEAD' });
    expect(await save(clerk, [[work, 'actual', '99']], { version: 2 })).toMatchObject({ code: 'MONTHLY_WITH_HEAD' });
    expect(await save(head, [[work, 'actual', '99']], { version: 2 })).toMatchObject({ __typename: 'MonthlyCellsSaved' });
    expect(await formOf(head)).toMatchObject({ state: 'SUBMITTED', viewerCanReturn: true, viewerCanSend: true });
    expect(await act(clerk, 'returnMonthly', { reason: '再核' })).toMatchObject({ code: 'NOT_THIS_ROLE' });
    expect(await act(head, 'returnMonthly', { reason: ' ' })).toMatchObject({ fields: [{ field: 'reason', code: 'required' }] });
    expect(await act(head, 'returnMonthly', { reason: '难'.repeat(501) })).toMatchObject({
      fields: [{ field: 'reason', code: 'too-long' }],
    });
    expect(await act(head, 'returnMonthly', { reason: '支付数请再核' })).toMatchObject({ state: 'DRAFT', returnReason: '支付数请再核' });
    expect(await act(head, 'returnMonthly', { reason: '再核' })).toMatchObject({ code: 'MONTHLY_NOT_SUBMITTED' });
    expect(await act(clerk, 'submitMonthly')).toMatchObject({ state: 'SUBMITTED', returnReason: null });
    expect(await act(clerk, 'sendMonthly')).toMatchObject({ code: 'NOT_THIS_ROLE' });
    expect(await act(viewerWith('SUPERVISION_OFFICE'), 'sendMonthly')).toMatchObject({ code: 'NOT_THIS_ROLE' });
    expect(await act(financeHead, 'sendMonthly')).toMatchObject({ __typename: 'NotFoundError' });
    expect(await act(head, 'sendMonthly')).toMatchObject({ state: 'SENT', sentAt: expect.anything() });
    expect(await act(head, 'sendMonthly')).toMatchObject({ code: 'MONTHLY_SENT' });
    expect(await act(clerk, 'submitMonthly')).toMatchObject({ code: 'MONTHLY_SENT' });
  });

  it('sends everything at once: figures, steps, class, events; the grey light goes out', async () => {
    const [work, problem, project, style] = [
      await idOf('民-2014-0001'),
      await idOf('难-2014-0001'),
      await idOf('项-2014-0001'),
      await idOf('风-2014-0001'),
    ];
    await save(clerk, [
      [work, 'actual', '118'],
      [work, 'fundsPaid', '300'],
      [work, 'county:411721:actual', '31'],
      [problem, 'step:2:actualOn', '9.12'],
      [problem, 'step:2:obstacle', ''],
      [style, 'progressClass', '到位'],
      [style, 'evidence', '驻交〔2014〕8号'],
    ]);
    const previews = (await formOf(head))!.rows.map(({ itemId, after }) => [itemId, after.light, after.progressPercent]);
    const sent = await act(head, 'sendMonthly');
    expect(sent).toMatchObject({ __typename: 'MonthlyForm', state: 'SENT', version: 2 });
    // What was shown while typing is what came of it.
    expect(sent.rows!.map(({ itemId, standing }) => [itemId, standing.light, standing.progressPercent])).toEqual(previews);
    expect(rowOf(sent as Form, '民-2014-0001').standing).toEqual({ light: 'GREEN', progressPercent: 59 });
    expect(await figureOf(work, 'ACTUAL')).toEqual([[118, false]]);
    expect(await figureOf(work, 'FUNDS_ARRIVED')).toEqual([[400, false]]);
    expect(await figureOf(project, 'INVESTMENT_ACTUAL')).toEqual([[850, false]]);
    expect((await db.countyTarget.findFirstOrThrow({ where: { itemId: work } })).actual.toNumber()).toBe(31);
    const step = await db.itemStep.findFirstOrThrow({ where: { itemId: problem, position: 2 } });
    expect([step.actualOn?.toISOString().slice(0, 10), step.obstacle]).toEqual(['2014-09-12', null]);
    expect(await db.styleProblem.findUniqueOrThrow({ where: { itemId: style } })).toMatchObject({
      progressClass: 'DONE',
      evidence: '驻交〔2014〕8号',
    });
    const events = await db.itemEvent.findMany({ where: { action: 'REPORT_PROGRESS' } });
    expect(events).toHaveLength(4);
    const payload = JSON.parse(events.find(({ itemId }) => itemId === work)!.payload);
    expect(payload).toMatchObject({ report: 'MONTHLY', period: '2014-09', unitId: 'jtj', isCorrection: false });
    expect(payload.changes).toEqual([
      { column: '累计完成（公里）', before: '55', after: '118' },
      { column: '累计支付资金（万元）', before: null, after: '300' },
      { column: '西平县人民政府 · 累计完成（公里）', before: '20', after: '31' },
    ]);
    // The count stays as it was asked.
    expect(sent).toMatchObject({ askedCount: 12, missingCount: 0 });
  });

  it('sends again as a correction: superseding, logged, only what differs', async () => {
    const work = await idOf('民-2014-0001');
    await fillRequired();
    await save(clerk, [[work, 'actual', '118']], { version: 1 });
    await act(head, 'sendMonthly');
    const before = await db.item.findMany({ orderBy: { number: 'asc' }, select: { number: true, version: true } });
    expect(await save(clerk, [[work, 'actual', '108']], { version: 3 })).toMatchObject({ __typename: 'MonthlyCellsSaved' });
    expect(await formOf(clerk)).toMatchObject({ state: 'DRAFT', sentAt: expect.anything() });
    expect(await act(head, 'sendMonthly')).toMatchObject({ state: 'SENT' });
    expect(await figureOf(work, 'ACTUAL')).toEqual([
      [118, true],
      [108, false],
    ]);
    const after = await db.item.findMany({ orderBy: { number: 'asc' }, select: { number: true, version: true } });
    expect(after.filter(({ version }, at) => version !== before[at]!.version).map(({ number }) => number)).toEqual(['民-2014-0001']);
    const [event] = await db.itemEvent.findMany({ where: { itemId: work }, orderBy: { sequence: 'desc' }, take: 1 });
    expect(JSON.parse(event!.payload)).toMatchObject({
      isCorrection: true,
      changes: [{ column: '累计完成（公里）', before: '118', after: '108' }],
    });
  });

  it('asks why a figure fell, and keeps the answer in the story', async () => {
    const work = await idOf('民-2014-0001');
    await fillRequired();
    await save(clerk, [[work, 'actual', '50']], { version: 1 });
    expect(await act(head, 'sendMonthly')).toMatchObject({ fields: [{ field: `${work}.actual`, code: 'FELL' }] });
    await save(clerk, [[work, 'actual:reason', '验收核减 5 公里']], { version: 2 });
    expect(await act(head, 'sendMonthly')).toMatchObject({ state: 'SENT' });
    const event = await db.itemEvent.findFirstOrThrow({ where: { itemId: work, action: 'REPORT_PROGRESS' } });
    expect(JSON.parse(event.payload).reason).toBe('验收核减 5 公里');
  });

  it('ends an override of the light by the lead unit, not by an assisting one', async () => {
    const problem = await idOf('难-2014-0001');
    const override = { light: 'YELLOW' as const, reason: '现场核查', byId: clerk.userId };
    await transaction((tx) =>
      changeItems(tx, { userId: null, title: '督查室' }, [
        { action: 'OVERRIDE_LIGHT', itemId: problem, version: 1, override, payload: {} },
      ]),
    );
    expect(await act(financeHead, 'sendMonthly', { unitId: 'czj' })).toMatchObject({ state: 'SENT' });
    expect(await db.item.findUniqueOrThrow({ where: { id: problem } })).toMatchObject({ overrideLight: 'YELLOW', version: 3 });
    await fillRequired();
    expect(await act(head, 'sendMonthly')).toMatchObject({ state: 'SENT' });
    expect(await db.item.findUniqueOrThrow({ where: { id: problem } })).toMatchObject({ overrideLight: null, version: 4 });
  });

  it('sends nothing when an item changed meanwhile, and names it', async () => {
    await fillRequired();
    const form = await formOf(head);
    const seen = form!.rows.map(({ itemId, itemVersion }) => ({ itemId, version: itemVersion }));
    const project = await idOf('项-2014-0001');
    await transaction((tx) =>
      changeItems(tx, { userId: null, title: '督查室' }, [
        { action: 'CORRECT', itemId: project, version: 1, facts: { title: '物流园二期' }, payload: {} },
      ]),
    );
    const refused = await act(head, 'sendMonthly', { items: seen });
    expect(refused).toMatchObject({ __typename: 'MonthlyItemsChanged', itemIds: [project] });
    expect(refused.message).toContain('项-2014-0001《物流园二期》');
    expect(await db.itemEvent.count({ where: { action: 'REPORT_PROGRESS' } })).toBe(0);
    expect(await formOf(head)).toMatchObject({ state: 'DRAFT' });
    expect(await act(head, 'sendMonthly')).toMatchObject({ state: 'SENT' });
  });

  it('is sent once, however often the request comes', async () => {
    await fillRequired();
    const { version } = (await formOf(head))!;
    const items = (await formOf(head))!.rows.map(({ itemId, itemVersion }) => ({ itemId, version: itemVersion }));
    const answers = await Promise.all([1, 2, 3].map(() => act(head, 'sendMonthly', { requestId: 'send-once', version, items })));
    expect(answers.map(({ state }) => state)).toEqual(['SENT', 'SENT', 'SENT']);
    expect(await db.itemEvent.count({ where: { action: 'REPORT_PROGRESS' } })).toBe(4);
  });
});
