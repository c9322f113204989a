import type { Column } from '../column.ts';

/** Columns that the sheets of records share. */

export const recordNumberColumn = {
  key: 'number',
  header: '编号',
  headerEn: 'Number',
  synonyms: ['登记编号', '记录编号'],
  type: 'text',
  maxLength: 40,
  meaning: '系统给的编号；新增的空着，由系统编号。',
  meaningEn: 'Number given by the system; empty for a new record.',
} as const satisfies Column;

export const correctionColumn = {
  key: 'correction',
  header: '更正原因',
  headerEn: 'Why corrected',
  synonyms: ['更正理由', '修改原因'],
  type: 'text',
  maxLength: 500,
  meaning: '改动已有记录时必填；没有改动的空着。',
  meaningEn: 'Needed where a record that exists is changed.',
} as const satisfies Column;

export const versionColumn = {
  key: 'version',
  header: '版本号',
  headerEn: 'Version',
  synonyms: ['版本'],
  type: 'integer',
  min: 1,
  meaning: '导出时由系统填写，请勿改动；导出后又有改动的行会被指出，不会覆盖他人的修改。',
  meaningEn: 'Written by the export, leave it alone; a row changed since then is pointed out instead of overwritten.',
} as const satisfies Column;
