import { expect, test } from 'vitest';
import type { FiguresQuery, PromiseState, PromisesQuery } from '../gql/graphql.ts';
import { click, open } from '../test/render.tsx';
import { serve } from '../test/server.ts';

const work = (number: string, state: PromiseState, change: Partial<PromisesQuery['promises'][number]> = {}) => ({
  number,
  title: `实事 ${number}`,
  programme: { code: 'ten', name: '十项民生工程', nameEn: 'Ten works' },
  dutyUnit: '市住建局',
  quantity: 1200,
  quantityUnit: '公里',
  actual: 745,
  percent: 62.08,
  plannedPercent: 70,
  state,
  dueOn: '2014-12-31',
  ...change,
});
const figures: FiguresQuery['complaintFigures'] = {
  since: '2014-01-01',
  received: 12,
  takenOn: 10,
  refused: 1,
  open: 3,
  closed: 8,
  closedOnTime: 6,
  rated: 0,
  satisfied: 0,
  byClass: [{ class: { code: 'a', name: '违规审批', nameEn: 'Approval' }, received: 7, closed: null }],
  byMonth: [{ month: '2014-09', received: 12, closed: 8 }],
};
const main = () => document.querySelector('main')?.textContent ?? '';
const rows = () =>
  Array.from(document.querySelectorAll('tbody tr'), (row) => Array.from(row.querySelectorAll('th, td'), ({ textContent }) => textContent));

test('each promise says in words how it stands, with fraction and plan; an unreported one is no zero', async () => {
  serve({ Promises: () => ({ data: { promises: [work('1', 'BEHIND'), work('2', 'NOT_REPORTED', { actual: 0, percent: 0 })] } }) });
  await open('/promises');
  const [behind, silent] = Array.from(document.querySelectorAll('.works li'), ({ textContent }) => textContent);
  expect(behind).toContain('落后于计划62.1%745/1,200 公里计划 70%');
  expect(silent).toContain('未按时报数尚无完成数');
  expect(document.querySelector<HTMLElement>('.bar .fill')?.style.width).toBe('62.08%');
  expect(document.querySelector<HTMLElement>('.bar .tick')?.style.left).toBe('70%');
});

test('a promise by county; a number that nothing has is said', async () => {
  serve({
    PromiseDetail: ({ number }: { number: string }) => ({
      data: {
        promise:
          number === '民-1'
            ? {
                ...work('民-1', 'DONE'),
                promise: '年底前建成',
                counties: [{ county: '西平县', countyEn: 'Xiping', target: 100, actual: 50, percent: 50 }],
              }
            : null,
      },
    }),
  });
  await open(`/promises/${encodeURIComponent('民-1')}`);
  expect(rows()).toEqual([['西平县', '50', '100', '50%']]);
  expect(document.title).toBe('实事 民-1 - 某某市活动');
  await open('/promises/x');
  expect(main()).toContain('没有找到这件实事');
});

test('few complaints of a class are not shown, and a rate of nothing is none', async () => {
  serve({ Figures: () => ({ data: { complaintFigures: figures } }) });
  await open('/figures');
  expect(rows()).toEqual([
    ['违规审批', '7', '不予显示'],
    ['2014年9月', '12', '8'],
  ]);
  expect(main()).toContain('75%6/8 件');
  expect(main()).toContain('还没有可以计算的投诉');
});

test('the totals of the ten problems add up', async () => {
  const total = (code: string, found: number, rectified: number) => ({
    category: { code, name: code, nameEn: code },
    found,
    rectified,
    percent: found ? (100 * rectified) / found : null,
  });
  serve({ StyleTotals: () => ({ data: { styleTotals: [total('一', 0, 0), total('二', 8, 6)] } }) });
  await open('/problems');
  expect(rows()).toEqual([
    ['一', '0', '0', '—'],
    ['二', '8', '6', '75%'],
  ]);
  expect(document.querySelector('tfoot')?.textContent).toBe('合计8675%');
});

test('data that cannot be read is said, and read again', async () => {
  let tries = 0;
  serve({ Figures: () => (++tries === 1 ? { status: 503 } : { data: { complaintFigures: figures } }) });
  await open('/figures');
  expect(document.querySelector('main [role=alert]')?.textContent).toContain('读不到数据');
  await click('main [role=alert] button');
  expect(rows()).toHaveLength(2);
});
