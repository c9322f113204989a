import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { createLookup } from './lookup.ts';
import { parseWorkbook } from './parse.ts';
import { registers } from './registers/all.ts';
import { styleProblemRegister } from './registers/style-problem.ts';
import { sampleLookup } from './testing/sample-lookup.fixture.ts';
import { styleHeadings, styleRow, workbookOf } from './testing/workbook.fixture.ts';
import { writeTable, writeTemplate, writeWorkbook } from './write.ts';

const lookup = createLookup(sampleLookup);

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

const rowOf = async (changes: Parameters<typeof styleRow>[1]) => {
  const bytes = await workbookOf({ 十个方面问题台账: [styleHeadings, styleRow('风-2014-0001', changes)] });
  const { sheets } = await parseWorkbook(bytes, styleProblemRegister, lookup, { year: 2014 });
  return sheets.main[0]!.values;
};

describe('writeWorkbook', () => {
  it('is read back as it was', async () => {
    const row = await rowOf({ 问题: "=cmd|'/c calc'!A1", 配合单位: '财政局、市国土局' });
    const bytes = await writeWorkbook(styleProblemRegister, { main: [row] }, { lookup });
    const { sheets, fileProblems } = await parseWorkbook(bytes, styleProblemRegister, lookup, { year: 2014 });
    expect(fileProblems).toEqual([]);
    expect(sheets.main[0]!.problems).toEqual([]);
    expect(sheets.main[0]!.values).toMatchObject(row);
  });

  it('opens in another program: real dates, names for codes, nothing that runs', async () => {
    const row = await rowOf({ 问题: '=1+1' });
    const workbook = await open(await writeWorkbook(styleProblemRegister, { main: [row] }, { lookup, demo: true }));
    const sheet = workbook.getWorksheet('十个方面问题台账')!;
    const cell = (header: string) => {
      const column = (sheet.getRow(1).values as string[]).indexOf(header);
      return sheet.getRow(2).getCell(column);
    };
    expect(cell('责任单位').value).toBe('市发展和改革委员会');
    expect(cell('整改期限').value).toEqual(new Date(Date.UTC(2014, 8, 30)));
    expect(cell('问题').value).toBe("'=1+1");
    expect(cell('问题').font?.name ?? sheet.getColumn(1).font?.name).toBe('宋体');
    expect(workbook.getWorksheet('填写说明')!.getCell('A1').value).toContain('示例数据');
  });

  it('leaves persons out unless they are asked for', async () => {
    const complaint = { number: '诉-2014-0001', complainantPhone: '13800000017' };
    const read = async (withPersonal: boolean) => {
      const bytes = await writeWorkbook(registers.COMPLAINT, { main: [complaint] as never }, { lookup, withPersonal });
      const sheet = (await open(bytes)).worksheets[0]!;
      return JSON.stringify(sheet.getSheetValues());
    };
    expect(await read(true)).toContain('13800000017');
    expect(await read(false)).not.toContain('13800000017');
  });
});

describe('writeTemplate', () => {
  it('freezes and filters the heading, keeps long lists on a hidden tab, short ones in the cell', async () => {
    const workbook = await open(
      await writeTemplate(
        styleProblemRegister,
        createLookup({
          ...sampleLookup,
          units: sampleLookup.units.map((unit) => ({ ...unit, name: `${unit.name}${'（驻马店市）'.repeat(6)}` })),
        }),
      ),
    );
    const sheet = workbook.getWorksheet('十个方面问题台账')!;
    expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 1, xSplit: 1 }]);
    expect(sheet.autoFilter).toBe('A1:AB1');
    expect(workbook.getWorksheet('下拉选项')!.state).toBe('hidden');
    const rules = (sheet as unknown as { dataValidations: { model: Record<string, { formulae: string[] }> } }).dataValidations.model;
    const formulaOf = (header: string) => {
      const column = sheet.getColumn((sheet.getRow(1).values as string[]).indexOf(header)).letter;
      const rule = Object.entries(rules).find(([range]) => range.replace('range:', '').startsWith(`${column}2`));
      return rule?.[1].formulae[0];
    };
    expect(formulaOf('责任单位')).toBe('下拉选项!$A$1:$A$8');
    expect(formulaOf('整改程度')).toBe('"未启动,部分到位,到位"');
    expect(formulaOf('问题')).toBeUndefined();
  });

  it.each(Object.values(registers))('has headings, drop-downs and notes: $title', async (register) => {
    const workbook = await open(await writeTemplate(register, lookup));
    const sheet = workbook.getWorksheet(register.sheets.main.name)!;
    expect((sheet.getRow(1).values as string[]).slice(1)).toEqual(register.sheets.main.columns.map(({ header }) => header));
    const validations = (sheet as unknown as { dataValidations: { model: Record<string, { type: string }> } }).dataValidations.model;
    expect(Object.values(validations).some(({ type }) => type === 'list')).toBe(true);
    expect(workbook.getWorksheet('填写说明')!.rowCount).toBeGreaterThan(register.sheets.main.columns.length);
  });
});

describe('writeTable', () => {
  it('says what it is and neutralises formulas', async () => {
    const workbook = await open(await writeTable('红灯事项（截至 2014-09-30）', [{ header: '编号' }], [['@SUM(1)']]));
    const sheet = workbook.worksheets[0]!;
    expect(sheet.getCell('A1').value).toBe('红灯事项（截至 2014-09-30）');
    expect(sheet.getCell('A3').value).toBe("'@SUM(1)");
  });

  it('shows days as days and keeps the as-of day and notes above the headings', async () => {
    const bytes = await writeTable(
      '办结率',
      [{ header: '日期' }, { header: '办结率', format: '0.0%' }],
      [[new Date(Date.UTC(2014, 8, 30)), 0.625]],
      { asOf: '2014-09-30', demo: true, notes: ['县区：驿城区'] },
    );
    const sheet = (await open(bytes)).worksheets[0]!;
    expect([1, 2, 3, 4].map((row) => sheet.getCell(row, 1).value)).toEqual(['办结率', '截至 2014-09-30', '示例数据', '县区：驿城区']);
    expect(sheet.getCell('B5').value).toBe('办结率');
    expect(sheet.getCell('A6')).toMatchObject({ value: new Date(Date.UTC(2014, 8, 30)), numFmt: 'yyyy-mm-dd' });
    expect(sheet.getCell('B6')).toMatchObject({ value: 0.625, numFmt: '0.0%' });
    expect(sheet.autoFilter).toBe('A5:B6');
  });
});
