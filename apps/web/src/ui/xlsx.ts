import type { TableCell, TableData } from './table-data.ts';
import { zipOf } from './zip.ts';

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const officeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Cell styles: 0 plain, 1 bold, 2 text that begins like a formula (shown as it is, never computed). */
const styles = `${declaration}<styleSheet xmlns="${spreadsheet}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf quotePrefix="1"/></cellXfs></styleSheet>`;

/** XML has no way to write most control characters. */
const isWritable = (sign: string) => sign >= ' ' || sign === '\t' || sign === '\n' || sign === '\r';
const escapeXml = (text: string) =>
  [...text]
    .filter(isWritable)
    .join('')
    .replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function cellXml(cell: TableCell, style: 0 | 1): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return `<c s="${style}"><v>${cell}</v></c>`;
  const shown = style === 0 && /^[=+\-@\t\r]/.test(cell) ? 2 : style;
  return `<c t="inlineStr" s="${shown}"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}

const rowXml = (cells: readonly TableCell[], style: 0 | 1 = 0) => `<row>${cells.map((cell) => cellXml(cell, style)).join('')}</row>`;

function sheetXml(table: TableData, title: string, subtitle: string): string {
  const rows = [
    rowXml([title], 1),
    rowXml([subtitle]),
    rowXml(
      table.columns.map((column) => column.title),
      1,
    ),
    ...table.rows.map((row) => rowXml(row.cells)),
  ];
  return `${declaration}<worksheet xmlns="${spreadsheet}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

/** Puts the tables of a panel into an .xlsx, one sheet each, under the panel's title. Text never becomes a formula. */
export function xlsxOf(tables: readonly TableData[], { title, subtitle }: { title: string; subtitle: string }): Blob {
  const numbers = tables.map((_, index) => index + 1);
  const each = (write: (sheet: number) => string) => numbers.map(write).join('');
  return zipOf({
    '[Content_Types].xml': `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${officeType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${officeType}.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${officeType}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${relationships}"><sheets>${each((n) => `<sheet name="表${n}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packages}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${relationships}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rIdStyles" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(tables.map((table, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(table, title, subtitle)])),
  });
}
