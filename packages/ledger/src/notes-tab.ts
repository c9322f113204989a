import type { CellValue, WriteSheet } from 'hucre';
import type { Column } from './column.ts';
import type { Lookup } from './lookup.ts';
import { sheetsOf, type Workbook } from './register.ts';
import { defuseText } from './safe-text.ts';
import { notesSheetName } from './sheet-name.ts';
import { choicesOf } from './write-cell.ts';
import { headingStyle, titleStyle, wrappedStyle } from './write-style.ts';

const rules = [
  '严禁录入涉密信息；人员只写职务，不写姓名。',
  '每个工作表的首行是表头：可以调整列的顺序、删去选填的列，不要改动表头文字。',
  '导入时按编号认行：已有编号的更新，没有的新增；文件里没有的列不动，留空的单元格清空原值。',
  '日期按 2014-09-30 填写，金额以万元计，只写数字。',
];
const headings = ['工作表', '列', '是否必填', '含义', '可填内容', '示例'];
const widths = [20, 18, 12, 60, 40, 28];
/** A longer list is left to the drop-down. */
const shownChoices = 12;

/** The tab 填写说明: what each column means, whether it must be filled in, what may stand in it. */
export function notesTab(register: Workbook, lookup: Lookup, marks: { demo?: boolean; asOf?: string }): WriteSheet {
  const rows: CellValue[][] = [[`${register.title}填写说明${marks.demo ? '（示例数据）' : ''}`]];
  if (marks.demo) rows.push(['本文件各表内容均为演示用的示例数据，不是真实业务数据。']);
  if (marks.asOf) rows.push([`数据截至 ${marks.asOf}。`]);
  rows.push(...rules.map((rule) => [rule]));
  const headingRow = rows.push(headings) - 1;
  for (const sheet of sheetsOf(register)) {
    for (const column of sheet.columns) {
      const examples = (column.examples ?? []).map(defuseText).join('；');
      rows.push([sheet.name, column.header, needOf(column), column.meaning, contentOf(column, lookup), examples]);
    }
  }
  const cells = new Map(headings.map((_, at) => [`${headingRow},${at}`, { style: headingStyle() }]));
  return {
    name: notesSheetName,
    rows,
    columns: widths.map((width) => ({ width, style: wrappedStyle })),
    cells: cells.set('0,0', { style: titleStyle }),
    merges: Array.from({ length: headingRow }, (_, row) => ({ startRow: row, endRow: row, startCol: 0, endCol: headings.length - 1 })),
  };
}

function needOf(column: Column): string {
  if (column.required) return '必填';
  return column.onCreateOnly ? '仅新增时填' : '选填';
}

function contentOf(column: Column, lookup: Lookup): string {
  const choices =
    column.type === 'postOrText' ? null : column.type === 'terms' ? lookup.termNames(column.dictionary!) : choicesOf(column, lookup);
  if (choices) return choices.length > shownChoices ? '从下拉列表中选择' : choices.join('；');
  const limit = column.maxLength === undefined ? '' : `，最多 ${column.maxLength} 字`;
  switch (column.type) {
    case 'day':
      return '日期';
    case 'month':
      return '月份';
    case 'integer':
      return column.measure ? `整数，单位：${column.measure}` : '整数';
    case 'decimal':
      return column.measure ? `数字，单位：${column.measure}` : '数字';
    case 'units':
      return '单位名称，多个用顿号隔开';
    case 'unitOrText':
      return `单位名称${limit}`;
    case 'postOrText':
      return `职务${limit}`;
    default:
      return `文字${limit}`;
  }
}
