import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '../parse.ts';
import { registers } from '../registers/all.ts';
import { messageHeadings, messages, messagesWorkbook } from '../testing/messages.fixture.ts';
import { chinese, lookup, sentences } from '../testing/parse.fixture.ts';
import { workbookOf } from '../testing/workbook.fixture.ts';
import { checkMapping } from './check-mapping.ts';
import { type DraftTab, draftMapping, fingerprintsIn, toRemember } from './draft.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { TabMapping } from './mapping.ts';
import type { WorkbookPreview } from './preview.ts';
import { headersAt } from './tab-headers.ts';

const register = registers.COMPLAINT;
const context = { lookup, year: 2014 };
const previewOf = async (bytes: Uint8Array): Promise<WorkbookPreview> => (await parseWorkbook(bytes, register, lookup, context)).preview!;
const draftOf = async (bytes: Uint8Array): Promise<DraftTab> => draftMapping(await previewOf(bytes), register, context)[0]!;
/** What each heading of the first tab feeds. */
async function guessesOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const preview = await previewOf(bytes);
  const draft = draftMapping(preview, register, context)[0]!;
  const headers = headersAt(preview.tabs[0]!, draft);
  return Object.fromEntries(draft.columns.map(({ at, column }) => [headers.find((header) => header.at === at)!.header, column]));
}
const whole = { startRow: 0, endRow: 0, startCol: 0, endCol: messageHeadings.length - 1 };
const complete = async (bytes: Uint8Array): Promise<TabMapping> => ({
  ...(await draftOf(bytes)),
  constants: [
    { column: 'channel', value: '热线' },
    { column: 'leadUnitId', value: '教育局' },
  ],
});

describe('what the columns of another system most likely are', () => {
  it('by the words of public messages', async () => {
    expect(await guessesOf(await messagesWorkbook())).toEqual({
      留言编号: 'externalNumber',
      用户: 'complainantName',
      主题: 'title',
      时间: 'receivedOn',
      详情: 'facts',
      答复单位: 'leadUnitId',
      答复: 'answer',
      答复时间: 'answeredOn',
    });
  });

  it.each([
    ['投诉的主要事项', '窗口推诿', 'title'],
    ['投诉 渠道', '电话', 'channel'],
    ['身份证件号码', '411702199001011234', 'complainantIdentity'],
    ['收到投诉日期', '2014年7月3日', 'receivedOn'],
    ['收到投诉日期', '很久以前', undefined],
    ['答复单位？', '教育局', 'leadUnitId'],
    ['流水编号', '188006', undefined],
    ['序号', '1', undefined],
    ['领导心情', '好', undefined],
  ])('%s over %s', async (heading, cell, column) => {
    const guesses = await guessesOf(
      await workbookOf({
        Sheet1: [
          [heading, '旁注'],
          [cell, '无'],
        ],
      }),
    );
    expect(guesses[heading.replace(' ', '')]).toBe(column);
  });

  it('gives each column of ours once, to the heading that is its own before one that is like it', async () => {
    const guesses = await guessesOf(
      await workbookOf({
        Sheet1: [
          ['时间', '收到日期', '答复', '回复'],
          ['2014-07-03', '2014-07-04', '好', '行'],
        ],
      }),
    );
    expect(guesses).toMatchObject({ 收到日期: 'receivedOn', 答复: 'answer' });
    expect(Object.values(guesses)).toHaveLength(new Set(Object.values(guesses)).size);
  });
});

describe('where the headings stand', () => {
  const title = ['市长信箱留言汇总', ...Array(7).fill(null)];
  const groups = ['留言', null, null, null, null, '办理', null, null];
  const merge = (startRow: number, endRow: number, startCol: number, endCol: number) => ({ startRow, endRow, startCol, endCol });
  it.each([
    ['in the first row', {}, 1, 1],
    ['under a merged title and a blank row', { under: [title, [null]], merges: [whole] }, 3, 1],
    ['under a title and a line of remarks', { under: [title, ['导出时间：2014-08-01', '导出人：管理员']] }, 3, 1],
    ['over two lines, under groups', { under: [groups], merges: [merge(0, 0, 0, 4), merge(0, 0, 5, 7)] }, 1, 2],
    ['over two lines, under a title', { under: [title, groups], merges: [whole, merge(1, 1, 0, 4), merge(1, 1, 5, 7)] }, 2, 2],
  ])('%s', async (_where, options, headerRow, headerRows) => {
    const bytes = await messagesWorkbook(options);
    expect(await draftOf(bytes)).toMatchObject({ headerRow, headerRows });
    expect(Object.values(await guessesOf(bytes))).toHaveLength(8);
    const mapping = [await complete(bytes)];
    const { sheets, fileProblems } = await parseWorkbook(bytes, register, lookup, { ...context, mapping });
    expect([fileProblems, sheets.main.map(({ row }) => row)]).toEqual([[], [0, 1, 2, 3].map((at) => headerRow + headerRows + at)]);
  });

  it('cells merged over both lines say their word once', async () => {
    const bytes = await workbookOf(
      {
        Sheet1: [
          ['主题', '时间', null],
          [null, '收到', '答复'],
          ['窗口推诿', '2014-07-03', '2014-07-04'],
        ],
      },
      { Sheet1: [merge(0, 1, 0, 0), merge(0, 0, 1, 2)] },
    );
    const preview = await previewOf(bytes);
    const draft = draftMapping(preview, register, context)[0]!;
    expect(draft).toMatchObject({ headerRow: 1, headerRows: 2 });
    expect(headersAt(preview.tabs[0]!, draft).map(({ header }) => header)).toEqual(['主题', '时间 · 收到', '时间 · 答复']);
  });

  it('is where a person moves it to', async () => {
    const preview = await previewOf(await messagesWorkbook());
    const [moved] = draftMapping(preview, register, context, { layouts: [{ tab: 'Sheet1', sheet: 'main', headerRow: 2, headerRows: 1 }] });
    expect(moved).toMatchObject({ headerRow: 2, headerRows: 1, sheet: 'main' });
    expect(headersAt(preview.tabs[0]!, moved!)[0]).toMatchObject({ header: '188006', filled: 3 });
  });
});

describe('a mapped file', () => {
  it('is read untouched: days as text and as dates, with a time, full-width; line breaks kept; what is empty filled as told', async () => {
    const bytes = await messagesWorkbook();
    const { sheets, fileProblems } = await parseWorkbook(bytes, register, lookup, { ...context, mapping: [await complete(bytes)] });
    expect(fileProblems).toEqual([]);
    expect(sheets.main.map(({ values }) => [values.externalNumber, values.receivedOn, values.answeredOn, values.leadUnitId])).toEqual([
      ['188006', '2014-07-03', '2014-07-10', 'jyj'],
      ['188007', '2014-07-03', '2014-07-15', 'gtj'],
      ['188009', '2014-07-04', null, 'czj'],
      ['１８８０１０', '2014-07-05', '2014-07-20', 'jyj'],
    ]);
    expect(sheets.main.map(({ constants }) => constants)).toEqual([['channel'], ['channel'], ['channel'], ['leadUnitId', 'channel']]);
    expect(sheets.main[1]!.values.facts).toBe(messages[1]![4]);
    // The number is left to the system.
    expect(new Set(sentences(sheets.main).map((sentence) => sentence.replace(/\d+/, 'n')))).toEqual(
      new Set(['第 n 行“编号”：必填，不能空着']),
    );
  });

  it('tells of a cell under its own heading, of a person’s cell under ours', async () => {
    const rows = [['188006', '张'.repeat(60), '窗口', '某天', '详情', '教育局', '', '']];
    const bytes = await messagesWorkbook({ rows });
    const draft = await complete(bytes);
    const columns = messageHeadings.map((_, at) => ({
      at,
      column: ['externalNumber', 'complainantName', 'title', 'receivedOn', 'facts'][at]!,
    }));
    const { sheets } = await parseWorkbook(bytes, register, lookup, { ...context, mapping: [{ ...draft, columns: columns.slice(0, 5) }] });
    expect(sentences(sheets.main)).toEqual([
      '第 2 行“投诉人”：有 60 个字，超过 50 个字的上限，请精简',
      '第 2 行“时间”：“某天”不是有效日期，请按 2014-09-30 的格式填写',
      '第 2 行“编号”：必填，不能空着',
    ]);
  });

  it('leaves out tabs and columns that nothing is said of, and says so of tabs', async () => {
    const bytes = await workbookOf({ 留言: [messageHeadings, ...messages], 通讯录: [['单位'], ['某局']] });
    const { sheets, fileProblems } = await parseWorkbook(bytes, register, lookup, { ...context, mapping: [await complete(bytes)] });
    expect(sheets.main).toHaveLength(4);
    expect(chinese(fileProblems)).toEqual(['工作表“通讯录”：不是本台账的工作表，未导入']);
  });
});

describe('a mapping that will not do', () => {
  const wrong: [string, (good: TabMapping) => TabMapping[], string[]][] = [
    ['no tab', (good) => [{ ...good, sheet: null }], ['tabs NOTHING_MAPPED']],
    ['a tab that is not there', (good) => [{ ...good, tab: '别的' }], ['tab UNKNOWN_TAB']],
    ['a tab twice', (good) => [good, { ...good, sheet: null }], ['tab TAB_TWICE']],
    ['a sheet that is not there', (good) => [{ ...good, sheet: 'constructor' }], ['sheet UNKNOWN_SHEET']],
    ['headings before the first row', (good) => [{ ...good, headerRow: 0 }], ['headerRow HEADER_PLACE']],
    ['headings below the last row', (good) => [{ ...good, headerRow: 6 }], ['headerRow HEADER_PLACE']],
    ['four rows of headings', (good) => [{ ...good, headerRows: 4 }], ['headerRow HEADER_PLACE']],
    ['headings with nothing under them', (good) => [{ ...good, headerRow: 5 }], ['headerRow NO_ROWS_BELOW']],
    [
      'a place that is not there',
      (good) => [{ ...good, columns: [...good.columns, { at: 99, column: 'wish' }] }],
      ['columns.99 NO_SUCH_PLACE'],
    ],
    [
      'a column that is not ours',
      (good) => [{ ...good, columns: [...good.columns.slice(1), { at: 0, column: 'wish' }] }],
      ['columns.0 UNKNOWN_COLUMN'],
    ],
    ['a place used twice', (good) => [{ ...good, columns: [...good.columns, { at: 0, column: 'people' }] }], ['columns.0 PLACE_TWICE']],
    [
      'two headings for one column',
      (good) => [{ ...good, columns: [{ at: 0, column: 'title' }, ...good.columns.slice(1)] }],
      ['columns.2 COLUMN_TWICE'],
    ],
    [
      'nothing for what must be there',
      (good) => [{ ...good, columns: good.columns.filter(({ column }) => column !== 'title'), constants: [] }],
      ['required.title REQUIRED_UNMAPPED', 'required.channel REQUIRED_UNMAPPED'],
    ],
    ['a term that is none', (good) => [{ ...good, constants: [{ column: 'channel', value: '托梦' }] }], ['constants.channel BAD_CONSTANT']],
    ['an empty value', (good) => [{ ...good, constants: [{ column: 'channel', value: ' ' }] }], ['constants.channel BAD_CONSTANT']],
    [
      'a value twice',
      (good) => [{ ...good, constants: [...good.constants, { column: 'channel', value: '热线' }] }],
      ['constants.channel CONSTANT_TWICE'],
    ],
    [
      'one value for every person, number, matter',
      (good) => [
        {
          ...good,
          columns: good.columns.filter(({ column }) => column !== 'title'),
          constants: [...good.constants, ...['complainantPhone', 'number', 'title'].map((column) => ({ column, value: '13900001234' }))],
        },
      ],
      ['constants.complainantPhone NO_CONSTANT', 'constants.number NO_CONSTANT', 'constants.title NO_CONSTANT'],
    ],
  ];
  it.each(wrong)('%s', async (_what, make, problems) => {
    const bytes = await messagesWorkbook();
    const found = checkMapping(make(await complete(bytes)), await previewOf(bytes), register, context);
    expect(found.map(({ part, code }) => `${part} ${code}`)).toEqual(problems);
    expect(found.every(({ message }) => /[。？]$/.test(message))).toBe(true);
  });

  it('names the measure of a heading that is not the column’s', async () => {
    const bytes = await workbookOf({
      Sheet1: [
        ['项目名称', '总投资（亿元）'],
        ['某项目', 3],
      ],
    });
    const service = registers.SERVICE_PROJECT;
    const { preview } = await parseWorkbook(bytes, service, lookup, context);
    const problems = checkMapping(draftMapping(preview!, service, context), preview!, service, context);
    expect(problems.find(({ code }) => code === 'WRONG_MEASURE')?.message).toContain('表头写的单位是“亿元”，这一列应以“万元”计');
  });
});

describe('remembering', () => {
  it.each([
    ['in another order', [...messageHeadings].reverse(), true],
    ['with other blanks, widths and marks', messageHeadings.map((word) => ` *${word.slice(0, 1)} ${word.slice(1)}（必填）`), true],
    ['with one more', [...messageHeadings, '附件'], false],
    ['with one less', messageHeadings.slice(1), false],
  ])('knows the headings %s: %#', (_how, headings, isSame) => {
    expect(fingerprintOf(headings) === fingerprintOf(messageHeadings)).toBe(isSame);
  });

  it('says nothing of a table with a single heading', () => {
    expect(fingerprintOf(['备注', '备注'])).toBeNull();
  });

  it('lays what was said on a file whose columns and headings stand elsewhere, and keeps no words of the file', async () => {
    const first = await messagesWorkbook();
    const known = toRemember((await previewOf(first)).tabs[0]!, await complete(first))!;
    expect(JSON.stringify(known)).not.toMatch(/留言|用户|张三丰/);
    const turned = messages.map((row) => [...row].reverse());
    const preview = await previewOf(
      await messagesWorkbook({ headings: [...messageHeadings].reverse(), rows: turned, under: [['八月']], tab: '八月留言' }),
    );
    expect(fingerprintsIn(preview)).toContain(known.fingerprint);
    const [tab] = draftMapping(preview, register, context, { remembered: new Map([[known.fingerprint, known.tab]]) });
    expect(tab).toMatchObject({ source: 'REMEMBERED', sheet: 'main', headerRow: 2, constants: known.tab.constants });
    expect(tab!.columns).toContainEqual({ at: 7, column: 'externalNumber' });
    expect(tab!.columns).toHaveLength(8);
  });

  it('tells two columns with the same heading apart, and drops what the register no longer has', async () => {
    const bytes = await workbookOf({
      Sheet1: [
        ['备注', '备注', '主题'],
        ['甲', '乙', '丙'],
      ],
    });
    const preview = await previewOf(bytes);
    const known = toRemember(preview.tabs[0]!, {
      ...(await draftOf(bytes)),
      columns: [
        { at: 1, column: 'facts' },
        { at: 2, column: 'title' },
      ],
      constants: [{ column: 'gone', value: '是' }],
    })!;
    const [tab] = draftMapping(preview, register, context, { remembered: new Map([[known.fingerprint, known.tab]]) });
    expect(tab).toMatchObject({
      columns: [
        { at: 1, column: 'facts' },
        { at: 2, column: 'title' },
      ],
      constants: [],
    });
  });
});
