import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { chinese, parseStyle } from './testing/parse.fixture.ts';
import { rawXlsx, rowXml } from './testing/raw-xlsx.fixture.ts';
import { styleHeadings, styleRow, workbookOf } from './testing/workbook.fixture.ts';
import { zipOf } from './testing/zip.fixture.ts';

const tab = '十个方面问题台账';
const oldWorkbook = readFileSync(new URL('./testing/files/style-problems.xls', import.meta.url));
const workbook = await workbookOf({ [tab]: [styleHeadings, styleRow('风-2014-1')] });
const text = (words: string) => Buffer.from(words, 'utf8');
/** A compound file in name: the magic and a stream name. */
const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(`${stream}\0`, 'utf16le'), Buffer.alloc(600)]);

async function refusal(bytes: Uint8Array, fileName?: string): Promise<string> {
  const { sheets, fileProblems } = await parseStyle(bytes, fileName ? { fileName } : {});
  expect(sheets.main).toEqual([]);
  expect(fileProblems).toHaveLength(1);
  expect(fileProblems[0]!.severity).toBe('error');
  return chinese(fileProblems)[0]!;
}

describe('files that are no ledger end in a sentence', () => {
  it.each<[string, Uint8Array, string]>([
    ['an empty file', Buffer.alloc(0), '文件是空的'],
    ['a file over 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1), '超过 10 MB'],
    ['.csv in UTF-8', text('编号,问题\n风-1,超时\n'), '这是 .csv 或纯文本'],
    ['.csv in GBK', Buffer.from('b1e0bac52ccecacce20a', 'hex'), '这是 .csv 或纯文本'],
    ['a web page named .xls', text('<html><table><tr><td>编号</td></tr></table></html>'), '其实是网页'],
    ['a web page after a byte-order mark', text('\ufeff  <!DOCTYPE html><html></html>'), '其实是网页'],
    ['XML Spreadsheet 2003', text('<?xml version="1.0"?><Workbook></Workbook>'), '其实是 XML'],
    ['PDF', text('%PDF-1.7'), 'PDF'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), '图片'],
    ['RAR', text('Rar!\x1a\x07'), '压缩包'],
    ['a zip of other things', zipOf({ '台账.txt': '内容' }), '压缩包'],
    ['.xlsb', zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }), '.xlsb'],
    ['.ods', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), '.ods'],
    ['a workbook with macros', zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>', 'xl/vbaProject.bin': 'x' }), '宏'],
    ['.docx', zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }), 'Word 文档'],
    ['.doc', compound('WordDocument'), 'Word 文档'],
    ['Excel 95', compound('Book'), 'Excel 95'],
    ['an encrypted .xlsx by its container', compound('EncryptedPackage'), '打开密码'],
    ['noise', Buffer.from('0001020304050607', 'hex'), '这不是 Excel 工作簿'],
    ['a truncated .xlsx', workbook.subarray(0, workbook.length - 30), '损坏'],
    ['a truncated .xls', oldWorkbook.subarray(0, 700), '损坏'],
    ['a zip that lacks the workbook', zipOf({ '[Content_Types].xml': '<Types/>', 'xl/other.xml': '<x/>' }), '损坏'],
    [
      'a zip bomb by its own account',
      zipOf({ '[Content_Types].xml': 'x' }, { '[Content_Types].xml': 300 * 1024 * 1024 }),
      '展开后超过 200 MB',
    ],
    ['a zip bomb that hides its size', zipOf({ '[Content_Types].xml': 'xxxx' }, { '[Content_Types].xml': 0 }), '展开后超过 200 MB'],
  ])('%s', async (_, bytes, sentence) => {
    expect(await refusal(bytes)).toContain(sentence);
  });

  it('a password, in both formats', async () => {
    const locked = await writeXlsx({ sheets: [{ name: tab, rows: [['编号']] }], encryption: { password: '123456', spinCount: 1 } });
    expect(await refusal(locked)).toContain('打开密码');
    const lockedOld = Buffer.from(oldWorkbook);
    const stream = lockedOld.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]));
    const second = stream + 4 + lockedOld.readUInt16LE(stream + 2);
    lockedOld.writeUInt16LE(0x2f, second);
    expect(await refusal(lockedOld)).toContain('打开密码');
  });

  it('a name that belies the content', async () => {
    expect(await refusal(oldWorkbook, '台账.xlsx')).toContain('文件名以 .xlsx 结尾，内容却是 .xls 格式');
    expect(await refusal(workbook, '台账.csv')).toContain('文件名以 .csv 结尾');
    expect(await refusal(text('a,b'), '台账.xlsx')).toContain('.csv');
  });

  it('a part that unpacks to more than it declares', async () => {
    const bomb = Buffer.from(workbook);
    const name = bomb.lastIndexOf('xl/worksheets/sheet1.xml');
    bomb.writeUInt32LE(10, name - 46 + 24);
    expect(await refusal(bomb)).toContain('损坏');
  });

  it('entities are not expanded', async () => {
    const prologue = '<!DOCTYPE x [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;">]>';
    const bytes = rawXlsx(tab, rowXml(1, styleHeadings) + rowXml(2, styleRow('风-1', { 问题: '&b;' }).map(String)), { prologue });
    const { sheets, fileProblems } = await parseStyle(bytes);
    expect(JSON.stringify({ sheets, fileProblems })).not.toContain('哈哈哈哈');
  });

  it('more than 50,000 rows', async () => {
    const rows = Array.from({ length: 50_001 }, (_, index) => [index]);
    expect(await refusal(await workbookOf({ [tab]: rows }))).toContain('50001 行数据，超过 50000 行');
  });
});

describe('.xls', () => {
  it('is read: grouped headings, merged cells, real days, serials, full-width text, a total line', async () => {
    const { sheets, fileProblems } = await parseStyle(oldWorkbook, { fileName: '台账.XLS' });
    expect(sheets.main.map((row) => row.row)).toEqual([4, 5]);
    expect(sheets.main[0]).toMatchObject({
      values: { number: '风-2014-0001', leadUnitId: 'fgw', assistUnitIds: ['czj', 'gtj'], foundOn: '2014-05-28', dueOn: '2014-09-30' },
      problems: [],
    });
    expect(sheets.main[1]).toMatchObject({
      values: { number: '风-2014-0002', leadUnitId: 'czj', foundOn: '2014-05-28', assignedOn: '2014-06-05' },
    });
    expect(chinese(fileProblems)).toEqual(['第 6 行：看起来是合计或说明（“合计”），已跳过']);
  });
});
