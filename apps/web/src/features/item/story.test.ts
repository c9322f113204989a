import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { clockInCity, dayInCity } from '../../ui/time-in-city.ts';
import { type StoryWords, sentenceOf } from './sentence.ts';
import { storyOf } from './story.ts';

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
const words = () => i18next.getFixedT('zh-CN', ['item', 'terms', 'ledger', 'common']) as unknown as StoryWords;
const told = (asOf: string, events: Parameters<typeof storyOf>[0]['events'] = [imported]) =>
  storyOf({ events, spans }, asOf).map((line) => `${line.day} ${sentenceOf(line, words())}`);

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
    expect(lines.filter(({ day }) => day === '2014-09-20').map((line) => sentenceOf(line, words()))).toEqual([
      '退回重办；期限 2014-10-10；理由：佐证不全',
    ]);
  });

  it('begins a complaint with its entry here, or with what the ledger says of it', () => {
    const draft = [{ ...spans[0], from: at('2014-09-30'), to: still, state: 'DRAFT' }] as const;
    const entered = {
      ...imported,
      toState: 'DRAFT',
      at: at('2014-09-30', '01:08'),
      payload: JSON.stringify({ channel: 'phone' }),
    } as const;
    const all = (events: Parameters<typeof storyOf>[0]['events']) =>
      storyOf({ events, spans: draft }, '2014-09-30').map((line) => sentenceOf(line, words(), undefined, undefined, 'COMPLAINT'));
    expect(all([entered])).toEqual(['登记投诉，待受理']);
    expect(all([])).toEqual(['收到投诉，待受理']);
  });

  it('reads instants as the city does', () => {
    expect([dayInCity('2014-09-29T16:30:00.000Z'), clockInCity('2014-09-29T16:30:00.000Z')]).toEqual(['2014-09-30', '00:30']);
  });

  it.each([
    ['SIGN', { unitId: 'gtj', duty: 'LEAD' }, '签收'],
    [
      'REPORT',
      { unitId: 'gtj', text: '已开通窗口', evidence: '台账第 3 页', files: 2 },
      '反馈办理情况；已开通窗口；佐证：台账第 3 页；附件 2 份',
    ],
    ['RETURN_FOR_REWORK', { unitId: 'gtj', reason: '佐证不全' }, '反馈退回本单位经办人；理由：佐证不全'],
    [
      'RETURN_FOR_REWORK',
      { unitId: 'gtj', reason: '未达标', dueOn: '2014-11-10', dueBefore: '2014-10-20' },
      '退回重办；期限由 2014-10-20 改为 2014-11-10；理由：未达标',
    ],
    [
      'ASSIGN',
      { leadUnitId: 'gtj', assistUnitIds: ['czj'], dueOn: '2014-10-20' },
      '交办；牵头单位：市国土局；配合单位：市财政局；期限 2014-10-20',
    ],
    ['ASSIGN', { unitId: 'gtj', toUnitId: 'czj', dueOn: '2014-10-20' }, '改派；由市财政局承办；期限 2014-10-20'],
    ['FORCE_ASSIGN', { unitId: 'gtj', toUnitId: 'czj', reason: '职责所在' }, '指定承办；由市财政局承办；理由：职责所在'],
    [
      'REQUEST_EXTENSION',
      { unitId: 'gtj', dueOn: '2014-11-20', dueBefore: '2014-10-20', reason: '汛期' },
      '申请延期；申请延至 2014-11-20；理由：汛期',
    ],
    ['GRANT_EXTENSION', { unitId: 'gtj', dueOn: '2014-11-15', dueBefore: '2014-10-20' }, '同意延期；期限由 2014-10-20 改为 2014-11-15'],
    ['ACCEPT', { unitId: 'gtj', acceptance: '达到要求' }, '审核通过；意见：达到要求'],
    ['WRITE_OFF', { satisfaction: 'SATISFIED' }, '销号；回访结果：满意'],
    ['OVERRIDE_LIGHT', { light: 'YELLOW', reason: '已协调' }, '人工定灯；定为“预警”；理由：已协调'],
    ['OVERRIDE_LIGHT', { reason: '已解决' }, '取消人工定灯，恢复系统判定；理由：已解决'],
    ['CORRECT', { title: '新名称', reason: '笔误' }, '更正记录；事项名称更正为“新名称”；理由：笔误'],
    [
      'URGE',
      { rung: 'YELLOW_CARD', number: '黄-2014-0003', reason: '逾期未报', answerDueOn: '2014-10-12', dueOn: '2014-09-12' },
      '黄牌警示（黄-2014-0003）；应于 2014-10-12 前答复；理由：逾期未报',
    ],
    [
      'INSTRUCT',
      { text: '抓紧办。', taskNumber: '督-2014-0061', leadUnitId: 'gtj', dueOn: '2014-10-20' },
      '作出批示；牵头单位：市国土局；抓紧办。；期限 2014-10-20；立为督查事项 督-2014-0061',
    ],
    ['REPORT_PROGRESS', { title: '2014 年 9 月月报', unitId: 'gtj' }, '报送2014 年 9 月月报'],
    ['MERGE', { targetId: 'x', reason: '重复' }, '并入其他事项；理由：重复'],
    ['CREATE', { channel: 'phone' }, '登记投诉，待受理'],
    ['CREATE', { channel: 'window', onTheSpot: true }, '登记投诉，当场答复并办结'],
    [
      'TAKE_ON',
      { category: '2', mode: 'REFER', complainedUnitId: 'czj', leadUnitId: 'gtj', dueOn: '2014-10-30', dueBefore: '2014-10-10' },
      '受理交办；办理方式：转办；被投诉单位：市财政局；承办单位：市国土局；期限 2014-10-30',
    ],
    ['REFUSE', { reason: '不属于受理范围' }, '不予受理；理由：不属于受理范围'],
    ['WITHDRAW', {}, '撤回投诉'],
    ['SUPPLEMENT', { files: 1 }, '补充材料；附件 1 份'],
    ['RECORD_FINDING', { finding: 'PARTLY_TRUE' }, '登记调查结论；结论：部分属实'],
    ['ANSWER', {}, '答复投诉人'],
    ['RATE', { satisfaction: 'VERY_DISSATISFIED' }, '评价办理结果；评价：很不满意'],
    [
      'REOPEN',
      { dueOn: '2014-11-20', satisfaction: 'DISSATISFIED', reason: '投诉人对办理结果不满意' },
      '申请重新办理，进入新一轮办理；评价：不满意；期限 2014-11-20；理由：投诉人对办理结果不满意',
    ],
    ['STEP_ASIDE', { reason: '与被投诉人有亲属关系' }, '回避；理由：与被投诉人有亲属关系'],
  ] as const)('tells every act with its values: %s %o', (action, payload, sentence) => {
    const names: Record<string, string> = { gtj: '市国土局', czj: '市财政局' };
    const event = { ...imported, action, fromState: 'IN_PROGRESS', payload: JSON.stringify(payload) } as const;
    const [line] = storyOf({ events: [event], spans: [] }, '2014-09-30');
    const nameOf = (id: string | undefined) => names[id ?? ''] ?? null;
    expect(sentenceOf(line!, words(), nameOf)).toBe(sentence);
    if ('unitId' in payload) expect(sentenceOf(line!, words(), nameOf, nameOf)).toBe(`市国土局：${sentence}`);
  });
});
