import { defineSheet } from './sheet.ts';

/** 月度填报: a unit's form of one month, one row a cell asked. Taken back by 编号 and 填报项代码. */
export const monthlySheet = defineSheet({
  key: 'main',
  name: '月度填报',
  nameEn: 'Monthly report',
  // As the tab of a plain table is called.
  synonyms: ['数据'],
  uniqueBy: ['number', 'field'],
  columns: [
    {
      key: 'number',
      header: '编号',
      headerEn: 'Number',
      type: 'number',
      required: true,
      maxLength: 40,
      meaning: '事项编号，请勿修改。',
      meaningEn: "The item's number; leave as it is.",
    },
    {
      key: 'field',
      header: '填报项代码',
      headerEn: 'Field',
      type: 'text',
      required: true,
      maxLength: 100,
      meaning: '系统据此认出每一格，请勿修改。',
      meaningEn: 'By which the system knows the cell; leave as it is.',
    },
    {
      key: 'title',
      header: '事项',
      headerEn: 'Item',
      type: 'text',
      meaning: '只供对照，修改无效。',
      meaningEn: 'To read only.',
    },
    {
      key: 'asked',
      header: '填报项',
      headerEn: 'Asked',
      type: 'text',
      meaning: '只供对照，修改无效。',
      meaningEn: 'To read only.',
    },
    {
      key: 'plan',
      header: '计划',
      headerEn: 'Plan',
      type: 'text',
      meaning: '只供对照，修改无效。',
      meaningEn: 'To read only.',
    },
    {
      key: 'last',
      header: '上月',
      headerEn: 'Last month',
      type: 'text',
      meaning: '只供对照，修改无效。',
      meaningEn: 'To read only.',
    },
    {
      key: 'value',
      header: '本月填报',
      headerEn: 'This month',
      type: 'text',
      maxLength: 2000,
      meaning: '空着即与上月相同；要清空原有文字，填“清空”。',
      meaningEn: 'Empty: as last month. To empty a text, write 清空.',
    },
    {
      key: 'reason',
      header: '核减原因',
      headerEn: 'Why it fell',
      type: 'text',
      maxLength: 500,
      meaning: '累计数低于上月时说明原因。',
      meaningEn: 'Why a cumulative figure fell below last month.',
    },
    {
      key: 'confirmed',
      header: '已核实',
      headerEn: 'Confirmed',
      type: 'boolean',
      meaning: '超过目标 1.5 倍时填“是”。',
      meaningEn: 'Yes, where a figure is over one and a half times its target.',
    },
  ],
});

/** The workbook of a monthly form, as it is read. */
export const monthlySheets = { title: '月度填报', titleEn: 'Monthly report', sheets: { main: monthlySheet } } as const;

/** What is written into 本月填报 to empty a text. */
export const emptiedWord = '清空';
