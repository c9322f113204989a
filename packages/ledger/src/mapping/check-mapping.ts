import type { Column } from '../column.ts';
import { mostHeaderRows } from '../heading-grid.ts';
import { measureAgainst } from '../heading-matcher.ts';
import { columnLetter } from '../headings.ts';
import type { CellContext } from '../read-cell.ts';
import type { Workbook } from '../register.ts';
import type { Sheet } from '../sheet.ts';
import { mayBeConstant, readConstant } from './constants.ts';
import type { TabMapping } from './mapping.ts';
import { type MappingProblem, mappingProblem } from './mapping-problem.ts';
import { previewRows, type TabPreview, type WorkbookPreview } from './preview.ts';
import { headersAt, isPlaceWithin, type TabHeader } from './tab-headers.ts';

/** The columns of a sheet without which no row goes in. The number of an item may be left to the system. */
export function neededColumns(sheet: Sheet): Column[] {
  return sheet.columns.filter(({ required, key }) => required && !(sheet.key === 'main' && key === 'number'));
}

/** What is wrong with a mapping of a file; empty: it may be read so. */
export function checkMapping(
  mapping: readonly TabMapping[],
  { tabs }: WorkbookPreview,
  register: Workbook,
  context: CellContext,
): MappingProblem[] {
  const problems: MappingProblem[] = [];
  const seen = new Map<string, TabMapping>();
  const takenBy = new Map<string, string>();
  for (const [index, each] of mapping.entries()) {
    const tab = tabs.find(({ name }) => name === each.tab);
    if (!tab) problems.push(mappingProblem(index, 'tab', 'UNKNOWN_TAB', { tab: each.tab }));
    else if (seen.has(each.tab)) problems.push(mappingProblem(index, 'tab', 'TAB_TWICE', { tab: each.tab }));
    seen.set(each.tab, each);
    if (!tab || each.sheet === null) continue;
    const sheet = Object.hasOwn(register.sheets, each.sheet) ? register.sheets[each.sheet] : undefined;
    if (!sheet) {
      problems.push(mappingProblem(index, 'sheet', 'UNKNOWN_SHEET', {}));
      continue;
    }
    const other = takenBy.get(sheet.key);
    if (other !== undefined) problems.push(mappingProblem(index, 'sheet', 'SHEET_TAKEN', { sheet: sheet.name, tab: other }));
    takenBy.set(sheet.key, each.tab);
    problems.push(...checkTab(index, each, tab, sheet, context));
  }
  if (problems.length === 0 && takenBy.size === 0) problems.push(mappingProblem(null, 'tabs', 'NOTHING_MAPPED', {}));
  return problems;
}

function checkTab(index: number, mapping: TabMapping, tab: TabPreview, sheet: Sheet, context: CellContext): MappingProblem[] {
  if (!isPlaceWithin(tab, mapping)) {
    return [mappingProblem(index, 'headerRow', 'HEADER_PLACE', { rows: Math.min(previewRows, tab.top.length) })];
  }
  const headers = headersAt(tab, mapping);
  if (mapping.headerRows > mostHeaderRows || headers.every(({ filled }) => filled === 0)) {
    return [mappingProblem(index, 'headerRow', 'NO_ROWS_BELOW', {})];
  }
  const { problems, mapped } = checkColumns(index, mapping, headers, sheet);
  return [...problems, ...checkConstants(index, mapping, mapped, sheet, context)];
}

function checkColumns(index: number, { columns }: TabMapping, headers: readonly TabHeader[], sheet: Sheet) {
  const problems: MappingProblem[] = [];
  const mapped = new Map<string, string>();
  const places = new Set<number>();
  for (const { at, column: key } of columns) {
    const part = `columns.${at}`;
    const header = headers.find((each) => each.at === at);
    const column = sheet.columns.find((each) => each.key === key);
    const first = mapped.get(key);
    const place = columnLetter(Math.max(0, at));
    if (!header) problems.push(mappingProblem(index, part, 'NO_SUCH_PLACE', { place }));
    else if (places.has(at)) problems.push(mappingProblem(index, part, 'PLACE_TWICE', { place }));
    else if (!column) problems.push(mappingProblem(index, part, 'UNKNOWN_COLUMN', {}));
    else if (first !== undefined) problems.push(mappingProblem(index, part, 'COLUMN_TWICE', { column: column.header, first }));
    else {
      const written = measureAgainst(header.header, column);
      if (written) problems.push(mappingProblem(index, part, 'WRONG_MEASURE', { written, measure: column.measure ?? '' }));
      mapped.set(key, header.header || `${header.letter} 列`);
    }
    places.add(at);
  }
  return { problems, mapped };
}

function checkConstants(
  index: number,
  { constants }: TabMapping,
  mapped: ReadonlyMap<string, string>,
  sheet: Sheet,
  context: CellContext,
): MappingProblem[] {
  const problems: MappingProblem[] = [];
  const given = new Set<string>();
  for (const constant of constants) {
    const part = `constants.${constant.column}`;
    const column = sheet.columns.find(({ key }) => key === constant.column);
    if (!column) problems.push(mappingProblem(index, part, 'UNKNOWN_COLUMN', {}));
    else if (given.has(column.key)) problems.push(mappingProblem(index, part, 'CONSTANT_TWICE', { column: column.header }));
    else if (!mayBeConstant(column)) problems.push(mappingProblem(index, part, 'NO_CONSTANT', { column: column.header }));
    else {
      const reading = readConstant(constant, column, context);
      if ('reason' in reading) problems.push(mappingProblem(index, part, 'BAD_CONSTANT', { reason: reading.reason }));
    }
    given.add(constant.column);
  }
  for (const { key, header } of neededColumns(sheet)) {
    if (!mapped.has(key) && !given.has(key)) {
      problems.push(mappingProblem(index, `required.${key}`, 'REQUIRED_UNMAPPED', { column: header }));
    }
  }
  return problems;
}
