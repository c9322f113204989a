import type { CellValue, MergeRange } from 'hucre';
import { workbookOf } from './workbook.fixture.ts';

/** Headings of a workbook of public messages as another system gives it out. */
export const messageHeadings = ['留言编号', '用户', '主题', '时间', '详情', '答复单位', '答复', '答复时间'];

/** Messages as they stand in it: days as text in several forms and as real dates, some with a time, some answers missing. */
export const messages: CellValue[][] = [
  [
    '188006',
    '张三丰',
    '窗口排队两小时无人受理',
    '2014/7/3 15:20',
    '在办事大厅等了两个小时，没有人受理。',
    '市教育局',
    '已整改窗口值班。',
    '2014/7/10 9:05',
  ],
  [
    '188007',
    '李四光',
    '拆迁补偿款迟迟不到账',
    '2014年7月3日',
    '协议签了半年，补偿款一直没有到账。\n多次询问无果。',
    '市国土局',
    '已拨付。',
    new Date(Date.UTC(2014, 6, 15)),
  ],
  [
    '188009',
    'U0008＿网友',
    '办证材料反复退回',
    new Date(Date.UTC(2014, 6, 4, 8, 30)),
    '同一份材料退了三次，每次理由都不同。',
    '市财政局',
    '',
    '',
  ],
  [
    '１８８０１０',
    '王五',
    '咨询入学政策',
    '２０１４／７／５',
    '请问外来务工人员子女如何入学？',
    '',
    '请携带居住证到学校登记。',
    '2014-07-20 16:00:00',
  ],
];

/** The workbook, with headings in its first row or under a title and over two lines. */
export function messagesWorkbook({
  rows = messages,
  headings = messageHeadings,
  under = [] as CellValue[][],
  merges = [] as MergeRange[],
  tab = 'Sheet1',
} = {}) {
  return workbookOf({ [tab]: [...under, headings, ...rows] }, { [tab]: merges });
}
