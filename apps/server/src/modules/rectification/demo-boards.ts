import type { MonthFigure } from '@duban/rules/rectification-months';
import type { StagePlan } from '@duban/rules/rectification-stages';

/** A rectification of the demo: who leads it, who takes part, how its stages went, and of what size its monthly figures are. */
export interface DemoBoard {
  code: string;
  leadUnitId: string;
  goal: string;
  /** Departments that take part; with `counties` the ten counties too. */
  departments: readonly string[];
  counties: boolean;
  stages: readonly (StagePlan & { summary: string | null })[];
  /** A unit's month, from and to; look-backs begin in the second month. */
  sizes: Readonly<Record<Exclude<MonthFigure, 'relapses'>, readonly [number, number]>>;
}

export const demoBoards: readonly DemoBoard[] = [
  {
    code: '1',
    leadUnitId: 'xfj',
    goal: '排查信访积案，逐案明确包案领导，重复来访和集体来访明显减少，信访事项按期答复。',
    departments: ['gtj', 'gaj', 'mzj', 'rsj', 'zjj', 'xfj'],
    counties: true,
    stages: [
      {
        stage: 'MOBILISE',
        ...{ plannedFrom: '2014-06-03', plannedTo: '2014-06-13', startedOn: '2014-06-03', endedOn: '2014-06-12' },
        summary: '召开动员会，印发方案，各单位明确联络员。',
      },
      {
        stage: 'SCREEN',
        ...{ plannedFrom: '2014-06-16', plannedTo: '2014-07-15', startedOn: '2014-06-16', endedOn: '2014-07-25' },
        summary: '积案全部录入台账；两个县补报信访件，比计划晚十天。',
      },
      {
        stage: 'RECTIFY',
        ...{ plannedFrom: '2014-07-16', plannedTo: '2014-09-30', startedOn: '2014-07-28', endedOn: null },
        summary: null,
      },
      { stage: 'CONSOLIDATE', plannedFrom: '2014-10-08', plannedTo: '2014-12-31', startedOn: null, endedOn: null, summary: null },
    ],
    sizes: { checks: [4, 14], spotFixed: [1, 6], casesFiled: [0, 1], peopleHandled: [0, 1], lookBacks: [1, 5] },
  },
  {
    code: '2',
    leadUnitId: 'syj',
    goal: '农贸市场、学校周边和小作坊全部检查一遍，抽检不合格的全部查处，节日期间不发生食品安全事故。',
    departments: ['jyj', 'nyj', 'xmj', 'swj', 'wsj', 'syj', 'gsj', 'zlj'],
    counties: true,
    stages: [
      {
        stage: 'MOBILISE',
        ...{ plannedFrom: '2014-06-03', plannedTo: '2014-06-13', startedOn: '2014-06-05', endedOn: '2014-06-13' },
        summary: '各部门分工到位，公布举报电话。',
      },
      {
        stage: 'SCREEN',
        ...{ plannedFrom: '2014-06-16', plannedTo: '2014-07-15', startedOn: '2014-06-16', endedOn: '2014-07-14' },
        summary: '经营户逐户登记造册，问题分级列出。',
      },
      {
        stage: 'RECTIFY',
        ...{ plannedFrom: '2014-07-16', plannedTo: '2014-09-20', startedOn: '2014-07-16', endedOn: null },
        summary: null,
      },
      { stage: 'CONSOLIDATE', plannedFrom: '2014-10-08', plannedTo: '2014-12-31', startedOn: null, endedOn: null, summary: null },
    ],
    sizes: { checks: [60, 220], spotFixed: [14, 58], casesFiled: [1, 8], peopleHandled: [0, 3], lookBacks: [4, 20] },
  },
  {
    code: '3',
    leadUnitId: 'fzb',
    goal: '执法中的乱收费、乱罚款、乱摊派全部纠正，收费退还到户，执法人员全部亮证执法。',
    departments: ['gtj', 'gaj', 'hbj', 'zjj', 'cgj', 'jtj', 'lyj', 'wgx', 'ajj', 'gsj', 'zlj'],
    counties: true,
    stages: [
      {
        stage: 'MOBILISE',
        ...{ plannedFrom: '2014-06-05', plannedTo: '2014-06-20', startedOn: '2014-06-06', endedOn: '2014-06-20' },
        summary: '执法单位公布收费、罚款依据，设立监督电话。',
      },
      {
        stage: 'SCREEN',
        ...{ plannedFrom: '2014-06-23', plannedTo: '2014-07-31', startedOn: '2014-06-23', endedOn: '2014-08-01' },
        summary: '案卷评查结束，问题逐案列出。',
      },
      {
        stage: 'RECTIFY',
        ...{ plannedFrom: '2014-08-01', plannedTo: '2014-10-31', startedOn: '2014-08-04', endedOn: null },
        summary: null,
      },
      { stage: 'CONSOLIDATE', plannedFrom: '2014-11-03', plannedTo: '2014-12-31', startedOn: null, endedOn: null, summary: null },
    ],
    sizes: { checks: [10, 42], spotFixed: [2, 12], casesFiled: [0, 3], peopleHandled: [0, 3], lookBacks: [1, 6] },
  },
  {
    code: '4',
    leadUnitId: 'jtj',
    goal: '撤除全部未经批准的站卡，公路执法先卸载后处罚、罚缴分离，上级暗访不再发现三乱。',
    departments: ['gaj', 'jtj', 'glj', 'lyj', 'xmj'],
    counties: true,
    stages: [
      {
        stage: 'MOBILISE',
        ...{ plannedFrom: '2014-06-03', plannedTo: '2014-06-10', startedOn: '2014-06-03', endedOn: '2014-06-10' },
        summary: '站卡全部登记，公布举报电话。',
      },
      {
        stage: 'SCREEN',
        ...{ plannedFrom: '2014-06-11', plannedTo: '2014-06-30', startedOn: '2014-06-11', endedOn: '2014-06-30' },
        summary: '沿线暗访两轮，问题全部交办。',
      },
      {
        stage: 'RECTIFY',
        ...{ plannedFrom: '2014-07-01', plannedTo: '2014-08-31', startedOn: '2014-07-01', endedOn: '2014-08-29' },
        summary: '未经批准的站卡全部撤除，违规人员已处理。',
      },
      {
        stage: 'CONSOLIDATE',
        ...{ plannedFrom: '2014-09-01', plannedTo: '2014-12-20', startedOn: '2014-09-01', endedOn: null },
        summary: null,
      },
    ],
    sizes: { checks: [14, 60], spotFixed: [1, 8], casesFiled: [0, 2], peopleHandled: [0, 3], lookBacks: [2, 8] },
  },
  {
    code: '5',
    leadUnitId: 'cgj',
    goal: '主干道和背街小巷环境卫生达标，占道经营、渣土污染、油烟扰民明显减少。',
    departments: ['jkq', 'gaj', 'hbj', 'zjj', 'cgj', 'slj', '411702'],
    counties: false,
    stages: [
      {
        stage: 'MOBILISE',
        ...{ plannedFrom: '2014-06-10', plannedTo: '2014-06-25', startedOn: '2014-06-10', endedOn: '2014-06-25' },
        summary: '划分责任路段，沿街单位签订门前责任书。',
      },
      {
        stage: 'SCREEN',
        ...{ plannedFrom: '2014-06-26', plannedTo: '2014-07-20', startedOn: '2014-06-26', endedOn: '2014-07-18' },
        summary: '网格巡查一遍，问题按路段列出。',
      },
      {
        stage: 'RECTIFY',
        ...{ plannedFrom: '2014-07-21', plannedTo: '2014-09-15', startedOn: '2014-07-21', endedOn: '2014-09-26' },
        summary: '集中整治结束；夜市疏导点晚交付，比计划晚十一天。',
      },
      { stage: 'CONSOLIDATE', plannedFrom: '2014-09-16', plannedTo: '2014-12-31', startedOn: null, endedOn: null, summary: null },
    ],
    sizes: { checks: [24, 95], spotFixed: [10, 62], casesFiled: [0, 4], peopleHandled: [0, 1], lookBacks: [3, 14] },
  },
];
