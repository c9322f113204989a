import { expect, test } from 'vitest';
import type { TableData } from './table-data.ts';
import { xlsxOf } from './xlsx.ts';

const table: TableData = {
  columns: [
    { id: 'unit', title: '单位' },
    { id: 'count', title: '件数', numeric: true },
  ],
  rows: [
    { id: 'a', cells: ['市国土局 <征地>', 123456] },
    { id: 'b', cells: ['=1+1', null] },
  ],
};

/** The files of a .zip whose entries are stored as they are. */
async function filesOf(blob: Blob): Promise<Map<string, string>> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const text = (from: number, length: number) => new TextDecoder().decode(bytes.subarray(from, from + length));
  const files = new Map<string, string>();
  let at = 0;
  while (view.getUint32(at, true) === 0x04034b50) {
    const [size, name] = [view.getUint32(at + 18, true), view.getUint16(at + 26, true)];
    files.set(text(at + 30, name), text(at + 30 + name, size));
    at += 30 + name + size;
  }
  return files;
}

test('an .xlsx holds title, subtitle, headings and rows, one sheet a table', async () => {
  const files = await filesOf(xlsxOf([table, table], { title: '各类问题', subtitle: '件 · 截至 2014-09-30' }));
  expect([...files.keys()]).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
  ]);
  const sheet = new DOMParser().parseFromString(files.get('xl/worksheets/sheet1.xml') ?? '', 'application/xml');
  const rows = [...sheet.querySelectorAll('row')].map((row) => [...row.querySelectorAll('c')].map((cell) => cell.textContent));
  expect(rows).toEqual([['各类问题'], ['件 · 截至 2014-09-30'], ['单位', '件数'], ['市国土局 <征地>', '123456'], ['=1+1', '']]);
});

test('text that looks like a formula stays text', async () => {
  const files = await filesOf(xlsxOf([table], { title: 't', subtitle: 's' }));
  const sheet = new DOMParser().parseFromString(files.get('xl/worksheets/sheet1.xml') ?? '', 'application/xml');
  expect(sheet.querySelector('f')).toBeNull();
  const cell = [...sheet.querySelectorAll('c')].find((one) => one.textContent === '=1+1');
  expect([cell?.getAttribute('t'), cell?.getAttribute('s')]).toEqual(['inlineStr', '2']);
});
