import { randomUUID } from 'node:crypto';
import { messageOf } from '@duban/ledger/message-of';
import { emptiedWord, monthlySheet } from '@duban/ledger/monthly-sheet';
import { parseInWorker } from '@duban/ledger/parse-in-worker';
import { hasErrors, type Problem } from '@duban/ledger/problem';
import { judgeMonthlyRow, type MonthlyProblem } from '@duban/rules/monthly-cells';
import { confirmedSuffix, type MonthlyField, reasonSuffix } from '@duban/rules/monthly-form';
import type { Day } from '@duban/rules/vocabulary';
import { ActRefusedError, InputError, NotFoundError } from '../../graphql/errors.ts';
import { loadLedgerContext } from '../../registers/ledger-context.ts';
import type { SheetRows } from '../exchange/workbook-worker.ts';
import { writeInWorker } from '../exchange/write-in-worker.ts';
import type { Viewer } from '../session/viewer.ts';
import { readRows } from './monthly-form.service.ts';
import { periodProblem } from './monthly-period.ts';
import { actsOnMonthly, canReadMonthly } from './monthly-report.policy.ts';
import type { MonthlyRow } from './monthly-rows.ts';
import { assertMayFill, mostCells, saveMonthlyCells, type TypedCell, toKept, toTold } from './monthly-save.service.ts';
import { labelOf } from './monthly-send.service.ts';
import { readCells, readReports, unwritten } from './monthly-store.ts';
import { monthText, problemText, valueText } from './monthly-words.ts';

const headers = ['number', 'title', 'asked', 'plan', 'last', 'value', 'reason', 'confirmed', 'field'] as const;
const widths: Record<(typeof headers)[number], number> = {
  number: 16,
  title: 36,
  asked: 40,
  plan: 14,
  last: 24,
  value: 24,
  reason: 24,
  confirmed: 10,
  field: 24,
};

/** The month's form as .xlsx: one row a cell asked, with plan and last month beside it. NotFoundError, InputError. */
export async function exportMonthly(viewer: Viewer, unitId: string, periodOn: Day): Promise<{ bytes: Uint8Array; name: string }> {
  await assertReadable(viewer, unitId, periodOn);
  const context = await loadLedgerContext();
  const rows = await readRows(unitId, periodOn, await readCells(periodOn, [unitId]));
  const title = `${context.lookup.unitName(unitId)}${monthText(periodOn)}月度填报`;
  const columns = headers.map((key) => ({ header: monthlySheet.columns.find((column) => column.key === key)!.header, width: widths[key] }));
  async function* chunks(): AsyncGenerator<SheetRows> {
    yield {
      sheet: 'main',
      rows: rows.flatMap((row) =>
        row.fields.map((field) => {
          const typed = (key: string) => (row.cells.has(key) ? (row.cells.get(key) ?? emptiedWord) : null);
          return [
            row.stored.number,
            row.stored.entry.main.title,
            labelOf(row, field.key, context.lookup.unitName),
            field.plan,
            valueText(field.type, field.last),
            plain(field, typed(field.key)),
            typed(`${field.key}${reasonSuffix}`),
            typed(`${field.key}${confirmedSuffix}`) === null ? null : '是',
            field.key,
          ];
        }),
      ),
    };
  }
  return { bytes: await writeInWorker({ type: 'table', title, columns }, chunks()), name: `${title}.xlsx` };
}

/** Classes by their words, and numbers as such. */
function plain({ type }: MonthlyField, typed: string | null): string | number | null {
  if (typed === null) return null;
  return type === 'NUMBER' && /^\d{1,12}(?:\.\d+)?$/.test(typed) ? Number(typed) : valueText(type, typed);
}

/** What a file says of one cell. */
export interface MonthlyFileRow {
  /** As Excel counts. */
  row: number;
  number: string;
  title: string | null;
  /** What is asked, in words. */
  asked: string | null;
  /** The draft's text before and after; null = as last month. */
  before: string | null;
  after: string | null;
  isChanged: boolean;
  problems: string[];
}

export interface MonthlyFileAnswer {
  /** About the file as a whole. */
  problems: string[];
  /** Rows that change the draft or can't go in. */
  rows: MonthlyFileRow[];
  changedCount: number;
  refusedCount: number;
  /** The draft has them now. */
  isApplied: boolean;
}

interface FileLine {
  row: number;
  problems: Problem[];
  values: { number?: string | null; field?: string | null; value?: string | null; reason?: string | null; confirmed?: boolean | null };
}

/**
 * Reads a month's file against the draft: the differences, and what is wrong at each row. With `apply` they go into the draft's cells, all
 * or (while anything is wrong) none. A cell left blank in the file stands as last month. NotFoundError, ActRefusedError, InputError.
 */
export async function importMonthly(
  viewer: Viewer,
  unitId: string,
  periodOn: Day,
  file: { fileName: string; bytes: Uint8Array },
  apply: boolean,
): Promise<MonthlyFileAnswer> {
  await assertReadable(viewer, unitId, periodOn);
  const report = (await readReports(periodOn, [unitId])).get(unitId) ?? unwritten(unitId);
  if (actsOnMonthly(viewer, unitId) === null) throw new ActRefusedError('NOT_THIS_ROLE', '您的岗位只能查看这个单位的月报。');
  assertMayFill(viewer, report);
  const context = await loadLedgerContext();
  const parsed = await parseInWorker(file.bytes, 'MONTHLY', context.lookupData, {
    fileName: file.fileName,
    year: Number(periodOn.slice(0, 4)),
  });
  const fileProblems = parsed.fileProblems.filter(({ severity }) => severity === 'error');
  const refused: MonthlyFileAnswer = {
    problems: fileProblems.map((problem) => messageOf(problem, 'zh-CN')),
    rows: [],
    changedCount: 0,
    refusedCount: 0,
    isApplied: false,
  };
  if (hasErrors(fileProblems)) return refused;

  const rows = await readRows(unitId, periodOn, await readCells(periodOn, [unitId]));
  const byNumber = new Map(rows.map((row) => [row.stored.number, row]));
  const judged = judgeLines(parsed.sheets.main as unknown as FileLine[], byNumber, context.lookup.unitName);
  const told = judged.rows.filter(({ isChanged, problems }) => isChanged || problems.length > 0);
  const refusedCount = told.filter(({ problems }) => problems.length > 0).length;
  const answer = {
    problems: [],
    rows: told,
    changedCount: told.filter(({ isChanged }) => isChanged).length,
    refusedCount,
    isApplied: false,
  };
  if (!apply || refusedCount > 0) return answer;
  if (judged.cells.length > mostFileCells) return { ...answer, problems: [`一个文件最多改 ${mostFileCells} 格，请分几次导入。`] };
  if (judged.cells.length > 0)
    await saveMonthlyCells(viewer, { unitId, periodOn, version: report.version, requestId: `file-${randomUUID()}`, cells: judged.cells });
  return { ...answer, isApplied: true };
}

/** One transaction's worth. */
const mostFileCells = mostCells;

function judgeLines(lines: readonly FileLine[], byNumber: ReadonlyMap<string, MonthlyRow>, countyName: (id: string) => string) {
  const cells: TypedCell[] = [];
  const rows: MonthlyFileRow[] = [];
  const problemsOf = problemsByCell(lines, byNumber);
  for (const { row, values, problems } of lines) {
    const number = values.number ?? '';
    const item = byNumber.get(number);
    const field = item?.fields.find(({ key }) => key === values.field);
    const sentences = problems
      .filter(({ severity }) => severity === 'error')
      .map((problem) => messageOf({ ...problem, sheet: undefined, row: undefined } as Problem, 'zh-CN'));
    if (values.number && !item) sentences.push(`本月填报中没有编号为“${number}”的事项，请核对编号，或删去这一行`);
    else if (item && values.field && !field) sentences.push(`“${number}”本月没有“${values.field}”这一填报项，请恢复原代码，或删去这一行`);
    const line: MonthlyFileRow = {
      row,
      number,
      title: item?.stored.entry.main.title ?? null,
      asked: null,
      before: null,
      after: null,
      isChanged: false,
      problems: sentences,
    };
    rows.push(line);
    if (!item || !field || sentences.length > 0) continue;
    line.asked = labelOf(item, field.key, countyName);
    const given = cellsOfLine(field, values);
    for (const [key, value] of given) {
      const seen = toTold(item.cells.has(key) ? { value: item.cells.get(key) ?? null } : undefined);
      if (isSameCell(field, seen, value)) continue;
      cells.push({ itemId: item.stored.itemId, field: key, value, seen });
      line.isChanged = true;
    }
    line.before = shownText(field, toTold(item.cells.has(field.key) ? { value: item.cells.get(field.key) ?? null } : undefined));
    line.after = shownText(field, given.get(field.key) ?? null);
    line.problems.push(...(problemsOf.get(`${number} ${field.key}`) ?? []).map(problemText));
  }
  return { rows, cells };
}

/** What one line of the file makes of its cell, its reason and its confirmation. */
function cellsOfLine(field: MonthlyField, { value, reason, confirmed }: FileLine['values']): Map<string, string | null> {
  const typed = value ?? null;
  const isEmptied = typed?.trim() === emptiedWord && (field.type === 'TEXT' || field.type === 'DAY');
  const cells = new Map<string, string | null>([[field.key, isEmptied ? '' : typed]]);
  if (field.type !== 'NUMBER') return cells;
  cells.set(`${field.key}${reasonSuffix}`, reason ?? null);
  const figure = typed?.normalize('NFKC').replace(/[,\s]/g, '') ?? '';
  cells.set(`${field.key}${confirmedSuffix}`, confirmed && /^\d+(\.\d+)?$/.test(figure) ? String(Number(figure)) : null);
  return cells;
}

/** Each item judged as it would be with the file's cells: a line's problems may come from another of its item. Missing figures wait for sending. */
function problemsByCell(lines: readonly FileLine[], byNumber: ReadonlyMap<string, MonthlyRow>): Map<string, MonthlyProblem[]> {
  const found = new Map<string, MonthlyProblem[]>();
  for (const [number, row] of byNumber) {
    const cells = new Map(row.cells);
    const ofItem = lines.filter(({ values }) => values.number === number);
    if (ofItem.length === 0) continue;
    for (const { values } of ofItem) {
      const field = row.fields.find(({ key }) => key === values.field);
      if (!field) continue;
      for (const [key, value] of cellsOfLine(field, values)) {
        const kept = toKept(value);
        if (kept === undefined) cells.delete(key);
        else cells.set(key, kept);
      }
    }
    for (const problem of judgeMonthlyRow(row.fields, cells, row.facts).problems) {
      if (problem.code === 'REQUIRED') continue;
      const key = `${number} ${problem.field}`;
      found.set(key, [...(found.get(key) ?? []), problem]);
    }
  }
  return found;
}

/** Excel shows a class by its word and a number without its zeros: what reads the same is the same. */
function isSameCell({ type }: MonthlyField, seen: string | null, value: string | null): boolean {
  if (seen === value) return true;
  if (seen === null || value === null) return false;
  return type === 'NUMBER'
    ? Number(seen) === Number(value) && seen !== '' && value !== ''
    : valueText(type, seen) === valueText(type, value);
}

function shownText({ type }: MonthlyField, typed: string | null): string | null {
  return typed === '' ? emptiedWord : valueText(type, typed);
}

async function assertReadable(viewer: Viewer, unitId: string, periodOn: Day): Promise<void> {
  if (!canReadMonthly(viewer, unitId)) throw new NotFoundError();
  const problem = await periodProblem(periodOn);
  if (problem) throw new InputError([{ field: 'periodOn', ...problem }]);
}
