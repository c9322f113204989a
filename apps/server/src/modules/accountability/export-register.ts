import { z } from 'zod';
import { clock } from '../../clock.ts';
import { rows, type Sql, sql, transaction } from '../../database.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import { writeInWorker } from '../exchange/write-in-worker.ts';
import { asOfDay } from '../item/standing.ts';
import type { Viewer } from '../session/viewer.ts';
import { fromRecords, type ListedRecord, type RecordFilter, readRecords } from './register-list.ts';

/** Records read at once. */
const chunkSize = 500;

const columns = [
  '编号',
  '单位',
  '职务',
  '职务层次',
  '行政首长',
  '主要事实',
  '违反规定',
  '追究方式',
  '决定机关',
  '决定日期',
  '执行情况',
  '影响期至',
  '关联事项',
  '执法记录',
  '来源依据',
  '状态',
  '撤销日期',
  '撤销理由',
] as const;
const wide = new Set<string>(['主要事实', '违反规定', '执行情况', '撤销理由']);

/** The filtered register as .xlsx, as far as the viewer may see it, without names. What leaves the system is on the system chain. */
export async function exportRegister(
  viewer: Viewer,
  { filter, asOf: given, address }: { filter: RecordFilter; asOf?: string | null; address: string },
): Promise<Uint8Array> {
  const asOf = asOfDay(given);
  const from = fromRecords(viewer, asOf, filter);
  const numbers = await rows(z.object({ number: z.string() }), sql`SELECT r.number ${from} ORDER BY r.number`);
  await transaction((tx) =>
    recordSystemEvent(tx, {
      kind: 'EXPORT',
      actorId: viewer.userId,
      actorTitle: viewer.postTitle,
      address,
      payload: { export: 'ACCOUNTABILITY', rows: numbers.length },
    }),
  );
  const { rows: demo } = await transaction((tx) => tx.query<{ demo: boolean }>('SELECT demo FROM campaign'));
  const title = `责任追究登记簿（截至 ${asOf}${demo[0]?.demo ? '，示例数据' : ''}）`;
  const task = {
    type: 'table',
    title,
    columns: columns.map((header) => ({ header, ...(wide.has(header) ? { width: 40 } : {}) })),
  } as const;
  return writeInWorker(
    { ...task, columns: [...task.columns] },
    chunks(
      viewer,
      asOf,
      numbers.map(({ number }) => number),
    ),
  );
}

export function exportName(): string {
  return `责任追究登记簿-${clock.today()}.xlsx`;
}

async function* chunks(viewer: Viewer, asOf: string, numbers: readonly string[]) {
  for (let at = 0; at < numbers.length; at += chunkSize) {
    const some: Sql = sql`r.number = ANY(${numbers.slice(at, at + chunkSize)}::text[])`;
    const found = await readRecords(viewer, asOf, some);
    yield { sheet: 'main', rows: found.sort((a, b) => a.number.localeCompare(b.number)).map(cellsOf) };
  }
}

function cellsOf(record: ListedRecord): (string | null)[] {
  return [
    record.number,
    record.unitName,
    record.post,
    record.postLevelName,
    record.administrativeHead ? '是' : '否',
    record.fact,
    record.rule,
    record.formName,
    record.decidedBy,
    record.decidedOn,
    record.effect,
    record.effectUntil,
    record.itemNumber,
    record.enforcementRecord,
    record.source,
    record.revokedOn ? '已撤销' : '有效',
    record.revokedOn,
    record.revokedReason,
  ];
}
