import { describe, expect, it } from 'vitest';
import { registers } from './registers/all.ts';
import { hardProblemRegister } from './registers/hard-problem.ts';
import { livelihoodWorkRegister } from './registers/livelihood-work.ts';
import { chinese, parse, parseStyle, sentences } from './testing/parse.fixture.ts';
import { rawXlsx, rowXml } from './testing/raw-xlsx.fixture.ts';
import { styleHeadings, styleRow, workbookOf } from './testing/workbook.fixture.ts';

const tab = '十个方面问题台账';
const styleXml = (changes: Record<string, string>, options?: Parameters<typeof rawXlsx>[2]) =>
  rawXlsx(
    tab,
    rowXml(1, styleHeadings) +
      rowXml(
        2,
        styleRow('风-2014-1', changes).map((cell) => String(cell ?? '')),
      ),
    options,
  );
const steps = ['编号', '序号', '事项', '责任单位', '权重', '计划开始', '计划完成', '存在困难'];
const works = ['编号', '项目名称', '所属专项', '承诺事项', '性质', '年度任务', '计量单位', '责任单位', '交办日期', '完成时限', '计划资金'];
const work = (number: string, quantity: string | number, funds: string | number) => [
  number,
  '农村公路',
  '十项民生工程',
  '改善出行',
  '建设类',
  quantity,
  '公里',
  '发改委',
  '2014-03-01',
  '2014-12-31',
  funds,
];

describe('formula cells', () => {
  it('count by their stored result, and that is said', async () => {
    const { sheets, fileProblems } = await parseStyle(
      styleXml({ 问题: '<c t="str"><f>"超"&amp;"时"</f><v>超时</v></c>', 整改期限: '<c><f>DATE(2014,9,30)</f><v>41912</v></c>' }),
    );
    expect(sheets.main[0]).toMatchObject({ values: { title: '超时', dueOn: '2014-09-30' }, problems: [] });
    expect(chinese(fileProblems)).toEqual(['工作表“十个方面问题台账”：有 2 个公式单元格（如 B2），已按文件中保存的计算结果读取']);
  });

  it('without a stored result are named by their cell', async () => {
    const { sheets } = await parseStyle(styleXml({ 整改期限: '<c><f>TODAY()</f></c>' }));
    expect(sentences(sheets.main)).toEqual([
      '第 2 行“整改期限”：单元格 I2 是公式，却没有计算结果。请在 Excel 中打开保存一次，或把公式改成数值',
    ]);
  });

  it('that show an error are named with it', async () => {
    const { sheets } = await parseStyle(styleXml({ 责任单位: '<c t="e"><f>VLOOKUP(A2,B:C,2)</f><v>#N/A</v></c>' }));
    expect(sentences(sheets.main)).toEqual(['第 2 行“责任单位”：单元格 D2 显示为错误值 #N/A。请改正公式或直接填写']);
  });
});

describe('days and months', () => {
  it('counts serials of old Macintosh workbooks from 1904', async () => {
    const { sheets } = await parseStyle(styleXml({ 整改期限: '<c><v>40450</v></c>' }, { from1904: true }));
    expect(sheets.main[0]!.values.dueOn).toBe('2014-09-30');
  });

  it.each([
    ['2014-02-29', '第 2 行“整改期限”：“2014-02-29”不是有效日期，请按 2014-09-30 的格式填写'],
    ['9月底前', '第 2 行“整改期限”：“9月底前”不是有效日期，请按 2014-09-30 的格式填写'],
    ['2014-09-30 夜里', '第 2 行“整改期限”：“2014-09-30 夜里”不是有效日期，请按 2014-09-30 的格式填写'],
    ['14.9.30', '第 2 行“整改期限”：“14.9.30”不是有效日期，请按 2014-09-30 的格式填写'],
    ['1e999', '第 2 行“整改期限”：“1e999”不是有效日期，请按 2014-09-30 的格式填写'],
    ['0214-09-30', '第 2 行“整改期限”：“0214-09-30”不在 1980 至 2060 年之间，请核对年份'],
    ['9月30日', '第 2 行“整改期限”：“9月30日”没有写年份，已按 2014 年理解'],
  ])('%s ends in a sentence', async (cell, sentence) => {
    const { sheets } = await parseStyle(await workbookOf({ [tab]: [styleHeadings, styleRow('风-2014-1', { 整改期限: cell })] }));
    expect(sentences(sheets.main)).toEqual([sentence]);
  });

  it('does not take long over a long text', async () => {
    const cell = `2014-09-30${' '.repeat(30_000)}x`;
    const begun = performance.now();
    const { sheets } = await parseStyle(await workbookOf({ [tab]: [styleHeadings, styleRow('风-2014-1', { 整改期限: cell })] }));
    expect(sheets.main[0]!.problems).toMatchObject([{ code: 'BAD_DAY' }]);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('reads months to their last day, in every usual form', async () => {
    const cells = [
      '2014-01',
      '2014/2',
      '2014年3月',
      '2014年4月份',
      '201405',
      new Date(Date.UTC(2014, 5, 11)),
      '２０１４．０７',
      '8月',
      9,
      2014.1,
    ];
    const bytes = await workbookOf({ 月度进度: [['编号', '月份', '完成累计'], ...cells.map((cell) => ['民-2014-1', cell, 1])] });
    const { sheets } = await parse(bytes, livelihoodWorkRegister);
    expect(sheets.progress.map((row) => row.values.periodOn?.slice(5))).toEqual([
      '01-31',
      '02-28',
      '03-31',
      '04-30',
      '05-31',
      '06-30',
      '07-31',
      '08-31',
      '09-30',
      undefined,
    ]);
    expect(sentences(sheets.progress)).toEqual([
      '第 9 行“月份”：“8月”没有写年份，已按 2014 年理解',
      '第 10 行“月份”：“9”没有写年份，已按 2014 年理解',
      '第 11 行“月份”：“2014.1”分不清是 2014-01 还是 2014-10，请按 2014-09 的格式填写',
    ]);
  });
});

describe('numbers as text', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['１２３', 123],
    ['12 万元', 12],
    ['12（万元）', 12],
    ['￥1，200', 1200],
    [0.1 + 0.2, 0.3],
    ['—', null],
  ])('%s is read', async (cell, funds) => {
    const { sheets } = await parse(await workbookOf({ 民生实事台账: [works, work('民-2014-1', 120, cell)] }), livelihoodWorkRegister);
    expect(sheets.main[0]).toMatchObject({ values: { fundsPlanned: funds, quantity: 120 }, problems: [] });
  });

  it.each([
    ['3亿元', '第 2 行“计划资金”：“3亿元”的单位不对，这一列以“万元”计，请换算后只写数字'],
    ['约200', '第 2 行“计划资金”：“约200”不是数字，请只写数字，如 1234.5'],
    ['1,23', '第 2 行“计划资金”：“1,23”不是数字，请只写数字，如 1234.5'],
    [-5, '第 2 行“计划资金”：“-5”小于 0，请核对'],
    ['99999999999', '第 2 行“计划资金”：“99999999999”大于 99999999，请核对数字和单位'],
    [12.345, '第 2 行“计划资金”：“12.345”的小数超过 2 位，已四舍五入为 12.35'],
  ])('%s ends in a sentence', async (cell, sentence) => {
    const { sheets } = await parse(await workbookOf({ 民生实事台账: [works, work('民-2014-1', 120, cell)] }), livelihoodWorkRegister);
    expect(sentences(sheets.main)).toEqual([sentence]);
  });

  it('a measure in the heading that is not the column’s', async () => {
    const headings = works.map((heading) => (heading === '计划资金' ? '计划资金（亿元）' : heading));
    const { fileProblems } = await parse(await workbookOf({ 民生实事台账: [headings, work('民-2014-1', 1, 1)] }), livelihoodWorkRegister);
    expect(chinese(fileProblems)).toEqual([
      '工作表“民生实事台账”“计划资金（亿元）”：表头写的单位是“亿元”，这一列应以“万元”计。请换算后改正表头',
    ]);
  });
});

describe('names', () => {
  it('units pass with and without 市 and the city, several in a cell', async () => {
    const bytes = await workbookOf({
      [tab]: [styleHeadings, styleRow('风－２０１４－１', { 责任单位: '驻马店市发改委', 配合单位: '市财政局，国土局；教育局' })],
    });
    const { sheets } = await parseStyle(bytes);
    expect(sheets.main[0]).toMatchObject({
      values: { number: '风-2014-0001', leadUnitId: 'fgw', assistUnitIds: ['czj', 'gtj', 'jyj'] },
      problems: [],
    });
  });

  it.each([
    ['发展改革委', '没有名为“发展改革委”的单位。您是否指：市发展和改革委员会？'],
    ['市财政厅', '没有名为“市财政厅”的单位。您是否指：市财政局？'],
    ['宇宙探索办', '没有名为“宇宙探索办”的单位。请填单位全称，或请管理员添加别名'],
    ['教体局', '“教体局”可能指“西平县教体局”、“上蔡县教体局”，请填单位全称'],
  ])('%s ends in a sentence', async (cell, sentence) => {
    const { sheets } = await parseStyle(await workbookOf({ [tab]: [styleHeadings, styleRow('风-2014-1', { 责任单位: cell })] }));
    expect(sentences(sheets.main)).toEqual([`第 2 行“责任单位”：${sentence}`]);
  });

  it('a department where a county is asked for', async () => {
    const bytes = await workbookOf({
      县区任务: [
        ['编号', '县区', '任务数'],
        ['民-2014-1', '市财政局', 3],
        ['民-2014-1', '驿城', 3],
      ],
    });
    const { sheets } = await parse(bytes, livelihoodWorkRegister);
    expect(sentences(sheets.counties)).toEqual(['第 2 行“县区”：“市财政局”不是县区，请填县区名称，如“驿城区”']);
    expect(sheets.counties[1]!.values).toMatchObject({ countyId: '411702', target: 3 });
  });

  it('free words stay where a step’s unit or a leader’s post is unknown', async () => {
    const bytes = await workbookOf({
      破解难题台账: [
        ['编号', '难题名称', '层级', '主题', '责任领导', '牵头单位', '交办日期', '计划破解日期'],
        ['难-2014-1', '安置房建设', '市级', '拆迁', '副市长（城建）', '国土局', '2014-06-01', '2014-12-31'],
        ['难-2014-2', '企业用工', '县级', '资金筹措', '分管副县长', '财政局', '2014-06-01', '2014-12-31'],
      ],
      事项进度表: [
        steps,
        ['难-2014-1', 1, '入户评估', '国土局', 2, '2014-06-05', '2014-07-01', ''],
        ['难-2014-1', 2, '签订协议', '橡林街道王庄村委会', '', '', '2014-08-01', '-'],
        ['难-2014-9', 1, '协调', '财政局', '', '', '2014-08-01', ''],
      ],
    });
    const { sheets, fileProblems } = await parse(bytes, hardProblemRegister);
    expect([...chinese(fileProblems), ...sentences(sheets.main), ...sentences(sheets.steps)]).toEqual([]);
    expect(sheets.main.map((row) => row.values.dutyLeader)).toEqual([
      { postId: 'vice-mayor-construction', text: '副市长（城建）' },
      { postId: null, text: '分管副县长' },
    ]);
    expect(sheets.steps.map((row) => row.values.unit)).toEqual([
      { unitId: 'gtj', text: '国土局' },
      { unitId: null, text: '橡林街道王庄村委会' },
      { unitId: 'czj', text: '财政局' },
    ]);
    expect(sheets.steps.map((row) => row.orphan ?? false)).toEqual([false, false, true]);
  });
});

describe('words', () => {
  it.each(['𠮷野家', '👩‍👩‍👧', '<script>alert(1)</script>', "'; DROP TABLE item; --", '__proto__', '=1+1', '-', '@x', "'=x", 'Ω≈ç√∫˜µ'])(
    'keeps %s as written',
    async (title) => {
      const { sheets } = await parseStyle(await workbookOf({ [tab]: [styleHeadings, styleRow('风-2014-1', { 问题: title })] }));
      expect(sheets.main[0]).toMatchObject({ values: { title: title === "'=x" ? '=x' : title }, problems: [] });
    },
  );

  it('drops what can’t be seen or kept and refuses half a character', async () => {
    const seen = await parseStyle(
      await workbookOf({ [tab]: [styleHeadings, styleRow('风-2014-1', { 问题: '\u3000超\u0000时\u200b\r\n ' })] }),
    );
    expect(seen.sheets.main[0]).toMatchObject({ values: { title: '超时' }, problems: [] });
  });

  it('a phone as a number stays whole, an identity number as a number is refused, and no problem repeats a person’s words', async () => {
    const row: Record<string, string | number> = {
      编号: '诉-2014-1',
      投诉事项: '窗口推诿',
      投诉渠道: '热线',
      是否实名: '实名',
      投诉人: '王'.repeat(60),
      联系电话: 13_800_000_017,
      身份证号: 4.117e17,
      被投诉单位: '教育局',
      投诉类别: '不作为乱作为',
      投诉内容: '三次到窗口未办成',
      收到日期: '2014-07-02',
      办理方式: '转办',
      承办单位: '教育局',
    };
    const bytes = await workbookOf({ 效能投诉台账: [Object.keys(row), Object.values(row)] });
    const raw = await parse(bytes, registers.COMPLAINT);
    expect(raw.sheets.main[0]!.values).toMatchObject({ complainantPhone: '13800000017', realName: true, channel: 'phone' });
    const said = sentences(raw.sheets.main);
    expect(said).toContain('第 2 行“身份证号”：数字超过 15 位，Excel 已丢失末几位。请把单元格设为“文本”格式后重新输入');
    expect(said).toContain('第 2 行“投诉人”：有 60 个字，超过 50 个字的上限，请精简');
    expect(JSON.stringify(raw.sheets.main[0]!.problems)).not.toMatch(/王王|13800000017|411702/);
  });
});
