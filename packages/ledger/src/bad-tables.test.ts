import { describe, expect, it } from 'vitest';
import { hardProblemRegister } from './registers/hard-problem.ts';
import { chinese, parse, parseStyle, sentences } from './testing/parse.fixture.ts';
import { styleHeadings, styleRow, workbookOf } from './testing/workbook.fixture.ts';

const tab = '十个方面问题台账';
const steps = ['编号', '序号', '事项', '责任单位', '权重', '计划开始', '计划完成', '存在困难'];

describe('tables as clerks draw them', () => {
  it('a number merged over the rows of its steps', async () => {
    const bytes = await workbookOf(
      { 事项进度表: [steps, ['难-2014-1', 1, '评估', '国土局', '', '', '2014-07-01'], [null, 2, '签约', '国土局', '', '', '2014-08-01']] },
      { 事项进度表: [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }] },
    );
    const { sheets } = await parse(bytes, hardProblemRegister);
    expect(sheets.steps.map((row) => [row.values.number, row.values.position, row.problems.length])).toEqual([
      ['难-2014-0001', 1, 0],
      ['难-2014-0001', 2, 0],
    ]);
  });

  it('a step that stands twice', async () => {
    const row = ['难-2014-1', 1, '评估', '国土局', '', '', '2014-07-01'];
    const { sheets } = await parse(await workbookOf({ 事项进度表: [steps, row, row] }), hardProblemRegister);
    expect(sentences(sheets.steps)).toEqual(['第 3 行：与第 2 行重复（编号＋序号）。请合并或改正其中一行']);
  });

  it('a misnamed tab, a foreign tab, a signature under the table', async () => {
    const bytes = await workbookOf({
      Sheet1: [styleHeadings, styleRow('风-2014-1'), ['填报人：办公室主任']],
      通讯录: [
        ['单位', '电话'],
        ['某局', '1'],
      ],
    });
    const { sheets, fileProblems } = await parseStyle(bytes);
    expect(sheets.main).toHaveLength(1);
    expect(chinese(fileProblems)).toEqual([
      '工作表“通讯录”：不是本台账的工作表，未导入',
      '第 3 行：看起来是合计或说明（“填报人:办公室主任”），已跳过'.replace(':', '：'),
    ]);
  });

  it('no tab of the ledger at all', async () => {
    const { fileProblems } = await parseStyle(
      await workbookOf({
        通讯录: [
          ['单位', '电话'],
          ['某局', '1'],
        ],
        表二: [['x']],
      }),
    );
    expect(chinese(fileProblems).at(-1)).toBe(
      '没有找到可导入的工作表。应有名为“十个方面问题台账”的工作表，文件中只有“通讯录”、“表二”。请下载模板对照，或检查是否选错了台账',
    );
  });

  it('two headings of one meaning, a column without a heading', async () => {
    const bytes = await workbookOf({
      [tab]: [
        [...styleHeadings, '整改时限', ''],
        [...styleRow('风-2014-1'), '2014-10-01', '备注'],
      ],
    });
    const { fileProblems, sheets } = await parseStyle(bytes);
    expect(sheets.main).toEqual([]);
    expect(chinese(fileProblems)).toEqual([
      '工作表“十个方面问题台账”“整改时限”：“整改期限”和“整改时限”都被认作同一列。请删去一列，或改掉其中一个表头',
      '工作表“十个方面问题台账”M 列：这一列有内容却没有表头，未导入',
    ]);
  });
});
