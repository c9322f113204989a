import { randomUUID } from 'node:crypto';
import { registers } from '@duban/ledger/registers/all';
import { type Tabs, workbookOf } from '@duban/ledger/testing/workbook.fixture';
import type { ItemKind } from '@duban/rules/vocabulary';
import { db } from '../../../database.ts';
import type { Viewer } from '../../session/viewer.ts';
import { importsIdle } from '../import-queue.ts';
import { requestApply, startImport } from '../import-run.service.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Uploads a file and waits for its dry run. */
export async function check(viewer: Viewer, kind: ItemKind, bytes: Uint8Array, fileName = '台账.xlsx'): Promise<CheckedRun> {
  const runId = await startImport(viewer, { kind, fileName, mediaType: xlsx, bytes });
  await importsIdle();
  return runOf(runId);
}

/** Applies a checked run and waits for its end. */
export async function apply(viewer: Viewer, runId: string, requestId: string = randomUUID()): Promise<CheckedRun> {
  await requestApply(viewer, runId, requestId);
  await importsIdle();
  return runOf(runId);
}

/** Uploads a file and, when every row is sound, applies it. */
export async function importAll(viewer: Viewer, kind: ItemKind, bytes: Uint8Array): Promise<CheckedRun> {
  const { id } = await check(viewer, kind, bytes);
  return apply(viewer, id);
}

export type CheckedRun = Awaited<ReturnType<typeof runOf>>;

export async function runOf(id: string) {
  const run = await db.importRun.findUniqueOrThrow({ where: { id }, include: { rows: { orderBy: [{ sheet: 'asc' }, { row: 'asc' }] } } });
  const problems = run.rows.flatMap(({ row, problems: ofRow }) =>
    (ofRow as { column: string | null; code: string; message: string }[]).map(({ column, code, message }) => ({
      row,
      column,
      code,
      message,
    })),
  );
  const failure = run.failure as { code: string; message: string; problems: { message: string }[] } | null;
  return { ...run, failure, problems };
}

type Cell = string | number | null;
/** Cells by heading. */
export type Line = Record<string, Cell>;

/** A workbook of the register from cells by heading; the first tab is the main sheet, headings are those the lines name. */
export function ledgerFile(kind: ItemKind, lines: readonly Line[], others: Record<string, readonly Line[]> = {}): Promise<Uint8Array> {
  const tabs: Tabs = {};
  for (const [name, rows] of Object.entries({ [registers[kind].sheets.main.name]: lines, ...others })) {
    if (rows.length === 0) continue;
    const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    tabs[name] = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? null))];
  }
  return workbookOf(tabs);
}

/** A sound row of 十个方面问题台账; `changes` replaces or adds cells by heading. */
export function styleLine(number: string | null, changes: Line = {}): Line {
  return {
    编号: number,
    问题: '窗口办件超时',
    主要类别: '推诿扯皮',
    责任单位: '发改委',
    配合单位: null,
    问题主体: '班子',
    查摆日期: '2014-05-28',
    交办日期: '2014-06-03',
    整改期限: '2014-10-31',
    整改时限类型: '限期整改',
    整改程度: '部分到位',
    ...changes,
  };
}

/** A sound row of 效能投诉台账, with the protected person. */
export function complaintLine(number: string | null, changes: Line = {}): Line {
  return {
    编号: number,
    投诉事项: '办证推诿',
    投诉渠道: '电话',
    是否实名: '是',
    投诉人: '张三丰',
    联系电话: '13900001234',
    身份证号: '411702199001011234',
    联系地址: '驿城区解放路某号',
    被投诉单位: '市教育局',
    投诉类别: '不作为',
    投诉内容: '窗口人员推诿，三次未办成',
    收到日期: '2014-09-01',
    受理日期: '2014-09-03',
    办理方式: '转办',
    承办单位: '市监察局',
    ...changes,
  };
}

/** A sound row of 督查事项台账. */
export function taskLine(number: string | null, changes: Line = {}): Line {
  return {
    编号: number,
    督查事项: '城区占道经营集中整治',
    来源: '领导批示',
    批示领导: '市长',
    批示内容: '请城管局牵头，限期整治。',
    批示日期: '2014-08-11',
    责任单位: '市城管局',
    配合单位: '市公安局',
    交办日期: '2014-08-12',
    完成时限: '2014-10-31',
    ...changes,
  };
}
