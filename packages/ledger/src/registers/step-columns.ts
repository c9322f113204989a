import type { Column } from '../column.ts';

/** Columns shared by project nodes and the progress sheet of a hard problem. */

export const positionColumn = {
  key: 'position',
  header: '序号',
  headerEn: 'Order',
  synonyms: ['顺序', '顺序号', '节点序号'],
  type: 'integer',
  required: true,
  min: 1,
  max: 999,
  meaning: '在本事项内的顺序，从 1 起，不可重复。',
  meaningEn: 'Order within the item, from 1, no repeats.',
  examples: ['1'],
} as const satisfies Column;

export const stepUnitColumn = {
  key: 'unit',
  header: '责任单位',
  headerEn: 'Duty unit',
  synonyms: ['承办单位', '牵头单位', '主责单位'],
  type: 'unitOrText',
  maxLength: 100,
  meaning: '负责这一步的单位；系统里没有的单位（如村委会、施工企业）照实填写。',
  meaningEn: 'Unit that does this step; one unknown to the system is kept as written.',
  examples: ['市国土局', '项目施工单位'],
} as const satisfies Column;

export const plannedFromColumn = {
  key: 'plannedFrom',
  header: '计划开始',
  headerEn: 'Planned start',
  synonyms: ['计划开始日期', '计划开始时间', '计划启动时间'],
  type: 'day',
  meaning: '计划开始的日期。',
  meaningEn: 'Day on which it should start.',
  examples: ['2014-06-10'],
} as const satisfies Column;

export const plannedOnColumn = {
  key: 'plannedOn',
  header: '计划完成',
  headerEn: 'Planned finish',
  synonyms: ['计划完成日期', '计划完成时间', '完成时限', '计划时间'],
  type: 'day',
  required: true,
  meaning: '计划完成的日期。',
  meaningEn: 'Day on which it should be done.',
  examples: ['2014-08-31'],
} as const satisfies Column;

export const startedOnColumn = {
  key: 'startedOn',
  header: '实际开始',
  headerEn: 'Actual start',
  synonyms: ['实际开始日期', '实际开始时间'],
  type: 'day',
  meaning: '实际开始的日期，未开始空着。',
  meaningEn: 'Day on which it started; empty = not yet.',
} as const satisfies Column;

export const actualOnColumn = {
  key: 'actualOn',
  header: '实际完成',
  headerEn: 'Actual finish',
  synonyms: ['实际完成日期', '实际完成时间'],
  type: 'day',
  meaning: '实际完成的日期，未完成空着。',
  meaningEn: 'Day on which it was done; empty = not yet.',
} as const satisfies Column;

/** Month of a figure, kept as its last day. */
export const monthColumn = {
  key: 'periodOn',
  header: '月份',
  headerEn: 'Month',
  synonyms: ['月度', '统计月份', '年月', '截至月份'],
  type: 'month',
  required: true,
  meaning: '数字截至哪个月末。',
  meaningEn: 'Month at whose end the figure stands.',
  examples: ['2014-09', '2014年9月'],
} as const satisfies Column;

export const stepDayOrder = [
  ['plannedFrom', 'plannedOn'],
  ['startedOn', 'actualOn'],
] as const;
