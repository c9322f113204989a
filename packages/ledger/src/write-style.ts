import type { CellStyle } from 'hucre';
import type { Column } from './column.ts';

/** What Chinese offices print in. */
export const officeFont = { name: '宋体', size: 11 };

const line = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const border = { top: line, right: line, bottom: line, left: line };

/** A heading cell; required columns stand out. */
export function headingStyle(required = false): CellStyle {
  return {
    font: { ...officeFont, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: required ? 'FCE4D6' : 'E7E6E6' } },
    border,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  };
}

export const titleStyle: CellStyle = { font: { ...officeFont, size: 14, bold: true } };
export const wrappedStyle: CellStyle = { font: officeFont, alignment: { vertical: 'top', wrapText: true } };
export const dayFormat = 'yyyy-mm-dd';

/** How a column's cells look: real dates, and text where digits must not become a number. */
export function columnStyle(column: Column): CellStyle {
  const wide = isWide(column);
  const numFmt =
    column.type === 'day' ? dayFormat : column.type === 'number' || column.type === 'month' || column.personal ? '@' : undefined;
  return { font: officeFont, alignment: { vertical: 'top', wrapText: wide }, ...(numFmt ? { numFmt } : {}) };
}

/** Width in characters, of which a Chinese one takes two. */
export function columnWidth(column: Column): number {
  if (isWide(column)) return 36;
  const least = { unit: 24, units: 30, unitOrText: 24, postOrText: 18, term: 18, terms: 24, number: 16, text: 18 };
  return Math.max(column.type in least ? least[column.type as keyof typeof least] : 12, 2 * column.header.length + 4);
}

function isWide(column: Column): boolean {
  return column.type === 'text' && (column.maxLength ?? 0) > 100;
}
