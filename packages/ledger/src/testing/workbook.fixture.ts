import { type CellValue, type MergeRange, writeXlsx } from 'hucre';

/** Cells of a sheet by tab name. */
export type Tabs = Record<string, CellValue[][]>;

/** A workbook as a clerk's program might save it. */
export function workbookOf(tabs: Tabs, merges: Record<string, MergeRange[]> = {}): Promise<Uint8Array> {
  return writeXlsx({
    sheets: Object.entries(tabs).map(([name, rows]) => ({
      name,
      rows,
      merges: merges[name] ?? [],
    })),
  });
}

/** Heading row of the style-problem ledger with every required column and a few more. */
export const styleHeadings = [
  '编号',
  '问题',
  '主要类别',
  '责任单位',
  '配合单位',
  '问题主体',
  '查摆日期',
  '交办日期',
  '整改期限',
  '整改时限类型',
  '整改程度',
];

/** A sound row under `styleHeadings`; `changes` replaces cells by heading. */
export function styleRow(number: string, changes: Record<string, CellValue> = {}): CellValue[] {
  const row: Record<string, CellValue> = {
    编号: number,
    问题: '窗口办件超时',
    主要类别: '推诿扯皮',
    责任单位: '发改委',
    配合单位: '',
    问题主体: '班子',
    查摆日期: '2014-05-28',
    交办日期: '2014-06-03',
    整改期限: '2014-09-30',
    整改时限类型: '限期整改',
    整改程度: '部分到位',
    ...changes,
  };
  return styleHeadings.map((heading) => row[heading] ?? null);
}
