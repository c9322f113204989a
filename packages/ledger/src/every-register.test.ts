import { type ItemKind, itemKinds } from '@duban/rules/vocabulary';
import type { CellValue } from 'hucre';
import { describe, expect, it } from 'vitest';
import type { Column } from './column.ts';
import { createLookup } from './lookup.ts';
import { parseWorkbook } from './parse.ts';
import { type Register, sheetsOf } from './register.ts';
import { registers } from './registers/all.ts';
import { chinese } from './testing/parse.fixture.ts';
import { rawXlsx, rowXml } from './testing/raw-xlsx.fixture.ts';
import { sampleLookup } from './testing/sample-lookup.fixture.ts';
import { workbookOf } from './testing/workbook.fixture.ts';
import { zipOf } from './testing/zip.fixture.ts';

/** The ways in which clerks' files are awkward, tried on the main sheet of every register. */

const lookup = createLookup(sampleLookup);
const registerOf = (kind: ItemKind): Register => registers[kind];
const parse = (kind: ItemKind, bytes: Uint8Array, fileName?: string) =>
  parseWorkbook(bytes, registerOf(kind), lookup, { year: 2014, ...(fileName ? { fileName } : {}) });
const wide = (text: string) => text.replace(/[0-9/]/g, (half) => String.fromCharCode(half.charCodeAt(0) + 0xfee0));

/** The columns of the main sheet that are filled: those that must be, and the first day that need not. */
const columnsOf = (kind: ItemKind): Column[] => {
  const { columns } = registerOf(kind).sheets.main;
  return columns.filter(({ required, type, personal }) => (required || type === 'day') && !personal);
};

/** A sound cell of a column, as text. */
function cellOf(column: Column): string {
  switch (column.type) {
    case 'number':
      return '甲-2014-0001';
    case 'day':
      return '2014-07-03';
    case 'month':
      return '2014-07';
    case 'integer':
    case 'decimal':
      return '12';
    case 'boolean':
      return column.yes?.[0] ?? '是';
    case 'choice':
      return column.choices![0]!.label;
    case 'term':
    case 'terms':
      return lookup.termNames(column.dictionary!)[0]!;
    case 'unit':
    case 'units':
    case 'unitOrText':
      return column.unitKind === 'COUNTY' ? '西平县' : '市发改委';
    case 'postOrText':
      return '市长';
    default:
      return '办理一件事';
  }
}

interface Table {
  tab: string;
  headings: string[];
  row: string[];
  columns: Column[];
}

function tableOf(kind: ItemKind): Table {
  const columns = columnsOf(kind);
  return { tab: registerOf(kind).sheets.main.name, headings: columns.map(({ header }) => header), row: columns.map(cellOf), columns };
}

/** The only row that a file brings, without anything wrong with it. */
async function onlyRow(kind: ItemKind, bytes: Uint8Array) {
  const { sheets, fileProblems } = await parse(kind, bytes);
  expect(chinese(fileProblems.filter(({ severity }) => severity === 'error'))).toEqual([]);
  expect(sheets.main!.map(({ problems }) => chinese(problems.filter(({ severity }) => severity === 'error')))).toEqual([[]]);
  return { row: sheets.main![0]!, said: chinese(fileProblems) };
}

/** How the sound row is read when nothing is odd about it. */
const plainly = async (kind: ItemKind) => {
  const { tab, headings, row } = tableOf(kind);
  return (await onlyRow(kind, await workbookOf({ [tab]: [headings, row] }))).row.values;
};

describe.each(itemKinds)('%s', (kind) => {
  const { tab, headings, row, columns } = tableOf(kind);
  const wideRow = row.map((cell, at) => (['text', 'number', 'term', 'choice'].includes(columns[at]!.type) ? cell : wide(cell)));
  const widest = columns.length - 1;

  it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['full-width digits', () => workbookOf({ [tab]: [headings, wideRow] })],
    [
      'days as text in many forms',
      () =>
        workbookOf({
          [tab]: [
            headings,
            row.map((cell, at) => (columns[at]!.type === 'day' ? ['2014/7/3', '2014年7月3日', '2014.7.3 15:20'][at % 3]! : cell)),
          ],
        }),
    ],
    [
      'days as real dates',
      () =>
        workbookOf({
          [tab]: [headings, row.map((cell, at): CellValue => (columns[at]!.type === 'day' ? new Date(Date.UTC(2014, 6, 3)) : cell))],
        }),
    ],
    [
      'a merged title and a merged heading row',
      () =>
        workbookOf(
          { [tab]: [[`${tab}（2014年）`], headings, headings.map(() => null), row] },
          {
            [tab]: [
              { startRow: 0, endRow: 0, startCol: 0, endCol: widest },
              ...headings.map((_, at) => ({ startRow: 1, endRow: 2, startCol: at, endCol: at })),
            ],
          },
        ),
    ],
    [
      'blank rows before, within and after',
      () =>
        workbookOf({
          [tab]: [headings, headings.map(() => null), headings.map(() => ' '), row, headings.map(() => ''), headings.map(() => null)],
        }),
    ],
    [
      'spaces and line breaks in headings',
      () => workbookOf({ [tab]: [headings.map((heading) => ` ${heading.slice(0, 2)}\n${heading.slice(2)} `), row] }),
    ],
    ['another tab name', () => workbookOf({ Sheet1: [headings, row] })],
    [
      'formula cells with their result',
      () =>
        rawXlsx(
          tab,
          rowXml(1, headings) +
            rowXml(
              2,
              row.map((cell) => `<c t="str"><f>"x"</f><v>${cell}</v></c>`),
            ),
        ),
    ],
  ])('takes %s', async (_, bytes) => {
    const { row: read } = await onlyRow(kind, await bytes());
    expect(read.values).toEqual(await plainly(kind));
  });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['an empty file', () => Buffer.alloc(0), '文件是空的'],
    ['.xlsb', () => zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }), '.xlsb'],
    ['a zip bomb', () => zipOf({ '[Content_Types].xml': 'x' }, { '[Content_Types].xml': 300 * 1024 * 1024 }), '展开后超过 200 MB'],
    ['what is no workbook', () => Buffer.from('编号,问题\n', 'utf8'), '.csv'],
    ['an .xls that is none', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1200)]), ''],
  ])('refuses %s with a sentence', async (_, bytes, sentence) => {
    const { sheets, fileProblems } = await parse(kind, await bytes());
    expect(sheetsOf(registerOf(kind)).every(({ key }) => sheets[key]!.length === 0)).toBe(true);
    expect(fileProblems).toHaveLength(1);
    expect(chinese(fileProblems)[0]).toContain(sentence);
    expect(chinese(fileProblems)[0]).toMatch(/\p{Script=Han}/u);
  });

  it('names a formula without a result, and an error value, by its cell', async () => {
    const oddly = row.map((cell, at) =>
      at === widest ? '<c><f>TODAY()</f></c>' : at === 1 ? '<c t="e"><f>VLOOKUP(A2,B:C,2)</f><v>#N/A</v></c>' : cell,
    );
    const { sheets } = await parse(kind, rawXlsx(tab, rowXml(1, headings) + rowXml(2, oddly)));
    const said = chinese(sheets.main![0]!.problems).join('\n');
    expect(said).toContain('单元格 B2 显示为错误值 #N/A');
    expect(said).toContain('是公式，却没有计算结果');
  });

  it('says which column is missing, and brings nothing', async () => {
    const gone = columns.findIndex(({ required, type }) => required && type !== 'number');
    const without = <T>(list: T[]) => list.filter((_, at) => at !== gone);
    const { sheets, fileProblems } = await parse(kind, await workbookOf({ [tab]: [without(headings), without(row)] }));
    expect(sheets.main).toEqual([]);
    expect(chinese(fileProblems).join()).toContain(headings[gone]);
  });

  it('reads an empty table as no rows, and a row of nothing but its number as one with sentences', async () => {
    expect((await parse(kind, await workbookOf({ [tab]: [headings] }))).sheets.main).toEqual([]);
    const bare = row.map((cell, at) => (columns[at]!.type === 'number' ? cell : null));
    const { sheets } = await parse(kind, await workbookOf({ [tab]: [headings, bare] }));
    expect(sheets.main).toHaveLength(1);
    const needed = columns.filter(({ required, type }) => required && type !== 'number').length;
    expect(sheets.main![0]!.problems.filter(({ severity }) => severity === 'error')).toHaveLength(needed);
  });
});
