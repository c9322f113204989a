import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { dayOf, storyOf, timeOf } from './story.ts';
import { sentenceOf } from './story-panel.tsx';

const still = '9999-12-31T00:00:00.000Z';
const never = '9999-12-31';
const at = (day: string, time = '00:00') => new Date(`${day}T${time}:00+08:00`).toISOString();

const spans = [
  { id: '1', from: at('2014-06-01'), to: at('2014-06-03'), state: 'DRAFT', progressPercent: 0, yellowOn: never, redOn: never },
  {
    id: '2',
    from: at('2014-06-03'),
    to: at('2014-08-06'),
    state: 'IN_PROGRESS',
    progressPercent: 0,
    yellowOn: '2014-07-20',
    redOn: '2014-09-13',
  },
  { id: '3', from: at('2014-08-06'), to: still, state: 'IN_PROGRESS', progressPercent: 40, yellowOn: '2014-08-06', redOn: '2014-09-13' },
] as const;
const imported = {
  id: 'e1',
  sequence: 1,
  action: 'CREATE',
  fromState: null,
  toState: 'IN_PROGRESS',
  actorTitle: '督查室督查员',
  at: at('2014-09-30', '09:15'),
  payload: JSON.stringify({ ledger: '破解难题台账', importAs: 'IN_PROGRESS' }),
} as const;
const told = (asOf: string, events: Parameters<typeof storyOf>[0]['events'] = [imported]) =>
  storyOf({ events, spans }, asOf).map((line) => `${line.day} ${sentenceOf(line, i18next.getFixedT('zh-CN', ['item', 'terms']))}`);

describe('storyOf', () => {
  it('tells the ledger dates, the progress, the lights and the import, the newest first', () => {
    expect(told('2014-09-30')).toEqual([
      '2014-09-30 由《破解难题台账》导入登记，状态为“办理中”',
      '2014-09-13 亮灯转为逾期/滞后',
      '2014-08-06 进度由 0% 变为 40%',
      '2014-07-20 亮灯转为预警',
      '2014-06-03 开始办理',
      '2014-06-01 发现问题，登记入账',
    ]);
  });

  it('knows nothing of later days', () => {
    expect(told('2014-08-05')).toEqual(['2014-07-20 亮灯转为预警', '2014-06-03 开始办理', '2014-06-01 发现问题，登记入账']);
  });

  it('tells an act once, with what it brought', () => {
    const written = [
      { ...spans[2], to: at('2014-09-20', '10:00') },
      { id: '4', from: at('2014-09-20', '10:00'), to: still, state: 'REWORK', progressPercent: 40, yellowOn: never, redOn: never },
    ] as const;
    const sentBack = {
      ...imported,
      id: 'e2',
      sequence: 2,
      action: 'RETURN_FOR_REWORK',
      fromState: 'UNDER_REVIEW',
      toState: 'REWORK',
      at: at('2014-09-20', '10:00'),
      payload: JSON.stringify({ reason: '佐证不全', dueOn: '2014-10-10' }),
    } as const;
    const lines = storyOf({ events: [sentBack], spans: written }, '2014-09-30');
    expect(
      lines.filter(({ day }) => day === '2014-09-20').map((line) => sentenceOf(line, i18next.getFixedT('zh-CN', ['item', 'terms']))),
    ).toEqual(['退回重办；期限 2014-10-10；理由：佐证不全']);
  });

  it('reads instants as the city does', () => {
    expect([dayOf('2014-09-29T16:30:00.000Z'), timeOf('2014-09-29T16:30:00.000Z')]).toEqual(['2014-09-30', '00:30']);
  });
});
