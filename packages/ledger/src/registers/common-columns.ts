import type { Column } from '../column.ts';
import { stateChoices } from './choices.ts';

/** Columns that every register's main sheet shares. */

export const numberColumn = {
  key: 'number',
  header: '编号',
  headerEn: 'Number',
  synonyms: ['事项编号', '台账编号', '项目编号', '难题编号', '投诉编号', '问题编号', '受理编号', '编码'],
  type: 'number',
  required: true,
  maxLength: 40,
  meaning: '事项的唯一编号；与库中已有编号相同的行按更新处理，没有的按新增处理。',
  meaningEn: 'Unique number of the item; a known number updates the item, a new one creates it.',
} as const satisfies Column;

export const clauseColumn = {
  key: 'clauseNumber',
  header: '对应条款',
  headerEn: 'Clause',
  synonyms: ['条款', '政策条款', '文件条款'],
  type: 'text',
  maxLength: 20,
  meaning: '该事项落实的文件条款号；空着按本台账的默认条款计。',
  meaningEn: 'Clause of the policy it serves; empty = the default clause of this ledger.',
  examples: ['2(1)', '2(2)1'],
} as const satisfies Column;

export const leadUnitColumn = {
  key: 'leadUnitId',
  header: '责任单位',
  headerEn: 'Lead unit',
  synonyms: ['牵头单位', '牵头责任单位', '主办单位', '主责单位', '承办单位'],
  type: 'unit',
  required: true,
  meaning: '负总责的单位，只填一个；全称、简称、常用别名均可。',
  meaningEn: 'The one unit that answers for it; full name, short name or a known alias.',
  examples: ['市发展和改革委员会', '发改委'],
} as const satisfies Column;

export const assistUnitsColumn = {
  key: 'assistUnitIds',
  header: '配合单位',
  headerEn: 'Assisting units',
  synonyms: ['协办单位', '协助单位', '配合责任单位', '参与单位'],
  type: 'units',
  meaning: '配合办理的单位，多个单位用顿号隔开。',
  meaningEn: 'Units that assist, separated by 、.',
  examples: ['市财政局、市国土局'],
} as const satisfies Column;

export const countyColumn = {
  key: 'countyId',
  header: '所在县区',
  headerEn: 'County',
  synonyms: ['县区', '所属县区', '县（区）', '所在地'],
  type: 'unit',
  unitKind: 'COUNTY',
  meaning: '事项所在的县区；全市性事项空着。',
  meaningEn: 'County in which it lies; empty for a city-wide matter.',
  examples: ['驿城区', '西平县'],
} as const satisfies Column;

export const dutyLeaderColumn = {
  key: 'dutyLeader',
  header: '责任领导',
  headerEn: 'Duty leader',
  synonyms: ['分管领导', '包抓领导', '牵头领导', '包联领导'],
  type: 'postOrText',
  maxLength: 60,
  meaning: '负责此事的领导职务，只写职务、不写姓名。',
  meaningEn: 'Post of the leader who answers for it; the post, not a name.',
  examples: ['副市长（城建）', '分管副局长'],
} as const satisfies Column;

export const dutyPersonColumn = {
  key: 'dutyPerson',
  header: '责任人',
  headerEn: 'Duty person',
  synonyms: ['具体责任人', '直接责任人', '经办人', '责任人员'],
  type: 'text',
  maxLength: 60,
  meaning: '具体承办的岗位或职务，只写职务、不写姓名。',
  meaningEn: 'Post that does the work; the post, not a name.',
  examples: ['办公室主任'],
} as const satisfies Column;

export const sourceColumn = {
  key: 'source',
  header: '来源',
  headerEn: 'Source',
  synonyms: ['问题来源', '事项来源', '查摆方式'],
  type: 'text',
  maxLength: 100,
  meaning: '事项从哪里来。',
  meaningEn: 'Where it came from.',
  examples: ['群众反映', '自查', '督查发现'],
} as const satisfies Column;

export const assignedOnColumn = {
  key: 'assignedOn',
  header: '交办日期',
  headerEn: 'Assigned on',
  synonyms: ['交办时间', '下达日期', '下达时间', '立项交办日期'],
  type: 'day',
  required: true,
  meaning: '办理时限从这一天起算。',
  meaningEn: 'The day from which its time limit runs.',
  examples: ['2014-06-03'],
} as const satisfies Column;

export const stateColumn = {
  key: 'state',
  header: '办理状态',
  headerEn: 'State',
  synonyms: ['状态', '当前状态', '办理情况'],
  type: 'choice',
  choices: stateChoices,
  onCreateOnly: true,
  meaning: '新增时填写当前状态，空着按“已交办”计；已有事项的状态只能在系统里办理，导入不改。',
  meaningEn: 'State when the item is created, empty = assigned; an existing item changes state only in the system.',
} as const satisfies Column;

export const closedOnColumn = {
  key: 'closedOn',
  header: '办结日期',
  headerEn: 'Closed on',
  synonyms: ['办结时间', '完成日期'],
  type: 'day',
  onCreateOnly: true,
  meaning: '新增已办结的事项时填写。',
  meaningEn: 'For an item that is already closed when created.',
  examples: ['2014-08-28'],
} as const satisfies Column;

export const writtenOffOnColumn = {
  key: 'writtenOffOn',
  header: '销号日期',
  headerEn: 'Written off on',
  synonyms: ['销号时间'],
  type: 'day',
  onCreateOnly: true,
  meaning: '新增已销号的事项时填写。',
  meaningEn: 'For an item that is already written off when created.',
  examples: ['2014-09-10'],
} as const satisfies Column;

export const versionColumn = {
  key: 'version',
  header: '版本号',
  headerEn: 'Version',
  synonyms: ['版本'],
  type: 'integer',
  min: 1,
  meaning: '导出时由系统填写，请勿改动；导出后库中又有改动的行会被指出，不会覆盖他人的修改。',
  meaningEn: 'Written by the export, leave it alone; a row changed since then is pointed out instead of overwritten.',
} as const satisfies Column;

/** 编号 of a child sheet: the item that the row belongs to. */
export const parentNumberColumn = {
  ...numberColumn,
  meaning: '所属事项的编号，须与主表或库中已有的编号一致。',
  meaningEn: 'Number of the item that the row belongs to, in the main sheet or already in the system.',
} as const satisfies Column;
