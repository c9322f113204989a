import { describe, expect, it } from 'vitest';
import { type MonthlyAsking, type MonthlyDetail, monthlyCounts, monthlyFields } from './monthly-form.ts';

const asking: MonthlyAsking = { periodOn: '2014-09-30', unitId: 'gtj', duty: 'LEAD', otherUnitIds: new Set(), filled: new Set() };
const keys = (detail: MonthlyDetail, changes: Partial<MonthlyAsking> = {}) =>
  monthlyFields(detail, { ...asking, ...changes })
    .filter(({ isAsked }) => isAsked)
    .map(({ key }) => key);
const field = (detail: MonthlyDetail, key: string, changes: Partial<MonthlyAsking> = {}) =>
  monthlyFields(detail, { ...asking, ...changes }).find((each) => each.key === key);

const step = (position: number, actualOn: string | null, unitId: string | null = null) => ({
  position,
  plannedOn: `2014-0${position + 6}-15`,
  actualOn,
  obstacle: position === 2 ? '征地款未到位' : null,
  decisionNeeded: null,
  unit: unitId === null ? null : { unitId },
});

const work: MonthlyDetail = {
  kind: 'LIVELIHOOD_WORK',
  quantity: 200,
  quantityUnit: '公里',
  fundsPlanned: 900,
  progress: [
    { periodOn: '2014-07-31', planned: 50, actual: 40 },
    { periodOn: '2014-08-31', planned: 80, actual: 75 },
    { periodOn: '2014-09-30', planned: 110, actual: null },
  ],
  funds: [{ periodOn: '2014-08-31', arrived: 400, paid: null }],
  counties: [{ countyId: '411702', target: 60, actual: 20 }],
};

describe('what a month asks', () => {
  it.each([
    ['未启动', 'NOT_STARTED', null, ['progressClass', 'evidence']],
    ['部分到位', 'PARTLY', '已发文', ['progressClass', 'evidence']],
    ['到位，佐证已有', 'DONE', '驻发改〔2014〕9号', []],
    ['到位，没有佐证', 'DONE', null, ['evidence']],
  ] as const)('a style problem that is %s', (_name, progressClass, evidence, expected) => {
    expect(keys({ kind: 'STYLE_PROBLEM', progressClass, evidence })).toEqual(expected);
  });

  it('of a hard problem its steps not done, with what was said of them before', () => {
    const detail: MonthlyDetail = { kind: 'HARD_PROBLEM', steps: [step(1, '2014-07-14'), step(2, null)] };
    expect(keys(detail)).toEqual(['step:2:actualOn', 'step:2:obstacle', 'step:2:decisionNeeded']);
    expect(field(detail, 'step:2:actualOn')).toMatchObject({ plan: '2014-08-15', last: null, isRequired: false });
    expect(field(detail, 'step:2:obstacle')).toMatchObject({ last: '征地款未到位' });
  });

  it('a step again that this very report marked as done', () => {
    const detail: MonthlyDetail = { kind: 'HARD_PROBLEM', steps: [step(1, '2014-09-14')] };
    expect(keys(detail)).toEqual([]);
    expect(keys(detail, { filled: new Set(['step:1:actualOn']) })).toContain('step:1:actualOn');
  });

  it('each step of one unit alone: the one charged with it, when it has an open part, else the lead', () => {
    const detail: MonthlyDetail = { kind: 'HARD_PROBLEM', steps: [step(1, null, 'czj'), step(2, null, 'fgw'), step(3, null)] };
    const days = (changes: Partial<MonthlyAsking>) => keys(detail, changes).filter((key) => key.endsWith('actualOn'));
    expect(days({ otherUnitIds: new Set(['czj']) })).toEqual(['step:2:actualOn', 'step:3:actualOn']);
    expect(days({ unitId: 'czj', duty: 'ASSIST', otherUnitIds: new Set(['gtj']) })).toEqual(['step:1:actualOn']);
  });

  it('of a project its investment, asked of the lead unit, and no decision', () => {
    const detail: MonthlyDetail = {
      kind: 'SERVICE_PROJECT',
      steps: [step(1, null, 'czj')],
      investment: [{ periodOn: '2014-08-31', planned: 900, actual: 850 }],
      yearInvestment: 2000,
    };
    expect(keys(detail)).toEqual(['investmentActual', 'step:1:actualOn', 'step:1:obstacle']);
    expect(keys(detail, { unitId: 'czj', duty: 'ASSIST' })).toEqual(['step:1:actualOn', 'step:1:obstacle']);
    expect(field(detail, 'investmentActual')).toMatchObject({ last: '850', lastPeriodOn: '2014-08-31', target: 2000, unit: '万元' });
  });

  it('of a livelihood work quantity and funds with plan and last month, and every county', () => {
    expect(keys(work)).toEqual(['actual', 'fundsArrived', 'fundsPaid', 'county:411702:actual']);
    expect(field(work, 'actual')).toMatchObject({ last: '75', lastPeriodOn: '2014-08-31', plan: '110', known: null, isRequired: false });
    expect(field(work, 'fundsPaid')).toMatchObject({ last: null, plan: '900', isRequired: true });
    expect(field(work, 'county:411702:actual')).toMatchObject({ last: '20', plan: '60', isRequired: false });
    expect(keys(work, { duty: 'ASSIST' })).toEqual([]);
  });

  it("never a figure that the system has, but this report's own may be given again", () => {
    const august = { periodOn: '2014-08-31' };
    expect(keys(work, august)).toEqual(['fundsPaid', 'county:411702:actual']);
    expect(field(work, 'actual', august)).toMatchObject({ known: '75', last: '40', isAsked: false });
    expect(keys(work, { ...august, filled: new Set(['actual']) })).toContain('actual');
  });

  it('nothing of complaints and supervision tasks', () => {
    expect(monthlyFields({ kind: 'COMPLAINT' }, asking)).toEqual([]);
    expect(monthlyFields({ kind: 'SUPERVISION_TASK' }, asking)).toEqual([]);
  });
});

it('counts what is asked, stands from last month, is filled in and is missing', () => {
  const fields = monthlyFields(work, asking);
  expect(monthlyCounts([{ fields, cells: new Map() }])).toEqual({ asked: 4, withLast: 3, filled: 0, missing: 1 });
  const cells = new Map([['fundsPaid', '12']]);
  expect(
    monthlyCounts([
      { fields, cells },
      { fields: monthlyFields({ kind: 'STYLE_PROBLEM', progressClass: 'PARTLY', evidence: null }, asking), cells: new Map() },
    ]),
  ).toEqual({
    asked: 6,
    withLast: 4,
    filled: 1,
    missing: 0,
  });
});
