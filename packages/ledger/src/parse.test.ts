import { describe, expect, it } from 'vitest';
import { createLookup } from './lookup.ts';
import { messageOf } from './message-of.ts';
import { parseWorkbook } from './parse.ts';
import { styleProblemRegister } from './registers/style-problem.ts';
import { sampleLookup } from './testing/sample-lookup.fixture.ts';
import { styleHeadings, styleRow, type Tabs, workbookOf } from './testing/workbook.fixture.ts';

const lookup = createLookup(sampleLookup);
const tab = '十个方面问题台账';

async function parse(rows: Tabs[string], options: { merges?: Parameters<typeof workbookOf>[1]; headings?: string[] } = {}) {
  const bytes = await workbookOf({ [tab]: [options.headings ?? styleHeadings, ...rows] }, options.merges);
  return parseWorkbook(bytes, styleProblemRegister, lookup, { fileName: '台账.xlsx', year: 2014 });
}

/** What a clerk reads about the first row. */
async function sentencesOf(changes: Parameters<typeof styleRow>[1]): Promise<string[]> {
  const { sheets } = await parse([styleRow('风-2014-0001', changes)]);
  return sheets.main[0]!.problems.map((problem) => messageOf(problem, 'zh-CN'));
}

describe('what a cell may hold', () => {
  it.each([
    ['2014-9-3', '2014-09-03'],
    ['2014/9/3', '2014-09-03'],
    ['2014.9.3', '2014-09-03'],
    ['2014年9月3日', '2014-09-03'],
    ['20140903', '2014-09-03'],
    ['２０１４－０９－０３', '2014-09-03'],
    [new Date(Date.UTC(2014, 8, 3)), '2014-09-03'],
    ['  2014-09-03  ', '2014-09-03'],
    ['2014/9/3 15:20', '2014-09-03'],
    ['2014年9月3日15时20分', '2014-09-03'],
    ['2014年9月3日 星期三 下午3:20', '2014-09-03'],
    ['2014-09-03T15:20:05.000Z', '2014-09-03'],
    ['２０１４／９／３　１５：２０', '2014-09-03'],
    ['2014-9-3 9:05 AM', '2014-09-03'],
    [new Date(Date.UTC(2014, 8, 3, 23, 59)), '2014-09-03'],
  ])('reads the day %s', async (cell, day) => {
    const { sheets } = await parse([styleRow('风-2014-0001', { 查摆日期: '2014-09-01', 交办日期: cell })]);
    expect(sheets.main[0]).toMatchObject({ problems: [], values: { assignedOn: day } });
  });

  it('reads units by full name, short name and alias, and several in one cell', async () => {
    const { sheets } = await parse([styleRow('风-2014-0001', { 责任单位: ' 发改委 ', 配合单位: '财政局、市国土局' })]);
    expect(sheets.main[0]).toMatchObject({ problems: [], values: { leadUnitId: 'fgw', assistUnitIds: ['czj', 'gtj'] } });
  });

  it('leaves blank rows out and keeps the row numbers of the file', async () => {
    const { sheets } = await parse([styleRow('风-2014-0001'), styleHeadings.map(() => null), styleRow('风-2014-0002')]);
    expect(sheets.main.map(({ row }) => row)).toEqual([2, 4]);
  });

  it('tells an absent column from an empty cell', async () => {
    const { sheets } = await parse([styleRow('风-2014-0001', { 配合单位: '' })]);
    expect(sheets.main[0]!.values).toHaveProperty('assistUnitIds', null);
    expect(sheets.main[0]!.values).not.toHaveProperty('cause');
  });
});

describe('what a clerk is told', () => {
  it.each([
    [{ 整改期限: '2014-13-40' }, /第 2 行.*整改期限.*“2014-13-40”不是有效日期，请按 2014-09-30 的格式填写/],
    [{ 责任单位: '发改' }, /责任单位.*没有名为“发改”的单位/],
    [{ 责任单位: '' }, /责任单位.*必填/],
    [{ 整改程度: '差不多' }, /整改程度.*“差不多”不在可选范围内，请填：.*到位/],
    [{ 主要类别: '第十一条' }, /主要类别.*不在字典里/],
    [{ 交办日期: '2014-05-01' }, /早于/],
    [{ 问题: '长'.repeat(400) }, /有 400 个字，超过 300 个字的上限/],
  ])('names row, column and the way out for %o', async (changes, sentence) => {
    const sentences = await sentencesOf(changes);
    expect(sentences.join('\n')).toMatch(sentence);
  });

  it('names a number that stands twice, and the first row of it', async () => {
    const { sheets } = await parse([styleRow('风-2014-0001'), styleRow('风-2014-0001')]);
    expect(sheets.main[1]!.problems.map((problem) => messageOf(problem, 'zh-CN')).join()).toContain('与第 2 行重复');
  });

  it('names an unknown heading and goes on, and a missing one and stops', async () => {
    const more = await parse([[...styleRow('风-2014-0001'), 'x']], { headings: [...styleHeadings, '领导心情'] });
    expect(more.fileProblems).toMatchObject([{ severity: 'warning', code: 'HEADER_UNKNOWN', header: '领导心情' }]);
    expect(more.sheets.main).toHaveLength(1);
    const less = await parse([styleRow('风-2014-0001').slice(1)], { headings: styleHeadings.slice(1) });
    expect(less.fileProblems.map(({ code, severity }) => [severity, code])).toContainEqual(['error', 'HEADER_MISSING']);
    expect(less.sheets.main).toHaveLength(0);
  });

  it('knows headings by synonym, mark and line break', async () => {
    const headings = styleHeadings.map(
      (heading) => ({ 问题: '存在问题', 责任单位: '牵头单位（必填）', 整改期限: '*整改\n期限' })[heading] ?? heading,
    );
    const { sheets, fileProblems } = await parse([styleRow('风-2014-0001')], { headings });
    expect(fileProblems).toEqual([]);
    expect(sheets.main[0]).toMatchObject({ problems: [], values: { title: '窗口办件超时', leadUnitId: 'fgw', dueOn: '2014-09-30' } });
  });

  it('finds the headings under a merged title', async () => {
    const bytes = await workbookOf(
      { [tab]: [['驻马店市十个方面问题台账', ...Array(styleHeadings.length - 1).fill(null)], styleHeadings, styleRow('风-2014-0001')] },
      { [tab]: [{ startRow: 0, startCol: 0, endRow: 0, endCol: styleHeadings.length - 1 }] },
    );
    const { sheets, fileProblems } = await parseWorkbook(bytes, styleProblemRegister, lookup, { year: 2014 });
    expect(fileProblems).toEqual([]);
    expect(sheets.main).toMatchObject([{ row: 3, problems: [] }]);
  });

  it.each([
    ['nothing', new Uint8Array(), /文件是空的/],
    ['a PDF', new TextEncoder().encode('%PDF-1.7'), /这是 PDF 文件/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), /这是图片/],
    ['text', new TextEncoder().encode('编号,问题\n1,2\n'), /\.csv 或纯文本/],
    ['a broken archive', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]), /已损坏/],
    ['too much', new Uint8Array(11 * 1024 * 1024), /超过 10 MB 的上限/],
  ])('says what is wrong with %s instead of a workbook', async (_name, bytes, sentence) => {
    const { fileProblems, sheets } = await parseWorkbook(bytes, styleProblemRegister, lookup, { fileName: '台账.xlsx' });
    expect(messageOf(fileProblems[0]!, 'zh-CN')).toMatch(sentence);
    expect(sheets.main).toEqual([]);
  });

  it('says every problem in English too', async () => {
    const { sheets } = await parse([styleRow('风-2014-0001', { 整改期限: 'someday' })]);
    expect(messageOf(sheets.main[0]!.problems[0]!, 'en')).toMatch(/someday/);
  });
});
