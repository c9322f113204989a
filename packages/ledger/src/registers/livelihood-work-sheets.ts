import type { Column } from '../column.ts';
import { defineSheet } from '../sheet.ts';
import { countyColumn, parentNumberColumn } from './common-columns.ts';
import { monthColumn } from './step-columns.ts';

/** Funds, cumulative or planned. */
export const money = { type: 'decimal', measure: '万元', min: 0, max: 99_999_999 } as const satisfies Partial<Column>;
/** A quantity in the work's own unit. */
export const amount = { type: 'decimal', min: 0, max: 99_999_999 } as const satisfies Partial<Column>;

/** 县区任务: each county's share. */
export const counties = defineSheet({
  key: 'counties',
  name: '县区任务',
  nameEn: 'County targets',
  synonyms: ['县区任务分解', '任务分解', '分县区任务'],
  uniqueBy: ['number', 'countyId'],
  columns: [
    parentNumberColumn,
    { ...countyColumn, header: '县区', synonyms: ['所在县区', '县（区）', '县区名称'], required: true, meaning: '承担任务的县区。' },
    {
      ...amount,
      key: 'target',
      header: '任务数',
      headerEn: 'Target',
      synonyms: ['任务', '目标任务', '年度任务'],
      required: true,
      meaning: '分解给该县区的数量。',
      meaningEn: 'Share of the county.',
    },
    {
      ...amount,
      key: 'actual',
      header: '完成数',
      headerEn: 'Done',
      synonyms: ['完成', '已完成', '实际完成'],
      meaning: '该县区已完成的数量；空着按 0 计。',
      meaningEn: 'Done in the county; empty = 0.',
    },
  ],
});

/** 月度进度: cumulative quantity by month. */
export const progress = defineSheet({
  key: 'progress',
  name: '月度进度',
  nameEn: 'Monthly progress',
  synonyms: ['月度进展', '月进度', '进度'],
  uniqueBy: ['number', 'periodOn'],
  columns: [
    parentNumberColumn,
    monthColumn,
    {
      ...amount,
      key: 'planned',
      header: '计划累计',
      headerEn: 'Planned, cumulative',
      synonyms: ['累计计划', '计划'],
      meaning: '年初至该月末计划完成的数量。',
      meaningEn: 'Planned to the end of the month.',
    },
    {
      ...amount,
      key: 'actual',
      header: '完成累计',
      headerEn: 'Done, cumulative',
      synonyms: ['累计完成', '实际累计', '完成'],
      meaning: '年初至该月末实际完成的数量；未到的月份空着。',
      meaningEn: 'Done to the end of the month; empty for months to come.',
    },
  ],
});

/** 资金拨付: cumulative funds by month, 万元. */
export const funds = defineSheet({
  key: 'funds',
  name: '资金拨付',
  nameEn: 'Funds',
  synonyms: ['资金', '资金拨付情况', '资金到位情况'],
  uniqueBy: ['number', 'periodOn'],
  columns: [
    parentNumberColumn,
    monthColumn,
    {
      ...money,
      key: 'arrived',
      header: '到位累计',
      headerEn: 'Arrived, cumulative',
      synonyms: ['累计到位', '资金到位累计', '到位资金'],
      meaning: '年初至该月末到位的资金，单位万元。',
      meaningEn: 'Arrived to the end of the month, in 10,000 yuan.',
    },
    {
      ...money,
      key: 'paid',
      header: '支付累计',
      headerEn: 'Paid, cumulative',
      synonyms: ['累计支付', '资金支付累计', '支付资金', '拨付累计'],
      meaning: '年初至该月末支付的资金，单位万元。',
      meaningEn: 'Paid to the end of the month, in 10,000 yuan.',
    },
  ],
});
