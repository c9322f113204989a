import type { CellContent } from '../column.ts';
import { HeadingGrid } from '../heading-grid.ts';
import { columnLetter, type Headings } from '../headings.ts';
import type { CellContext } from '../read-cell.ts';
import type { Sheet } from '../sheet.ts';
import type { RawSheet } from '../workbook-reader.ts';
import { readConstant } from './constants.ts';
import type { TabMapping } from './mapping.ts';

/** Headings as a person mapped them, in place of what the words alone would say. The mapping was checked (`checkMapping`). */
export function mappedHeadings(raw: RawSheet, sheet: Sheet, mapping: TabMapping, context: CellContext): Headings {
  const { headerRow, headerRows, columns, constants } = mapping;
  const grid = new HeadingGrid(raw, headerRow + headerRows);
  const block = { top: headerRow - 1, bottom: headerRow + headerRows - 2 };
  const known = new Map(sheet.columns.map((column) => [column.key, column]));
  const values = new Map<string, CellContent>();
  for (const constant of constants) {
    const column = known.get(constant.column);
    const reading = column && readConstant(constant, column, context);
    if (reading && 'value' in reading) values.set(constant.column, reading.value);
  }
  return {
    dataRow: block.bottom + 1,
    columns: columns.flatMap(({ at, column: key }) => {
      const column = known.get(key);
      if (!column) return [];
      // Should a row of data be taken for headings: a person's words don't stand in a problem.
      const header = column.personal ? column.header : (grid.parts(block, at).at(-1) ?? `${columnLetter(at)} 列`);
      return [{ column, at, header }];
    }),
    constants: values,
    problems: [],
  };
}
