import { messageOf } from '@duban/ledger/message-of';
import { parseInWorker } from '@duban/ledger/parse-in-worker';
import { hasErrors, type ParsedRow } from '@duban/ledger/problem';
import type { RecordSheetKind } from '@duban/ledger/record-sheets/all';
import type pg from 'pg';
import { z } from 'zod';
import { transaction } from '../../../database.ts';
import { ActRefusedError, ConflictError, InputError, NotFoundError } from '../../../graphql/errors.ts';
import { once } from '../../../graphql/once.ts';
import { loadLedgerContext } from '../../../registers/ledger-context.ts';
import type { Viewer } from '../../session/viewer.ts';
import { type RecordSheet, recordVerdicts, type SheetContext, type SheetRow } from './record-sheet.ts';

/** More rows than this are sent in several files: they are taken in one transaction. */
export const mostRecordRows = 2000;

const problemShape = z.object({ column: z.string().nullable(), message: z.string(), messageEn: z.string().nullable() });
export type RecordProblem = z.infer<typeof problemShape>;

const answerShape = z.object({
  /** What is wrong with the file as a whole. */
  problems: z.array(z.string()),
  /** Every row of the file: its fate, and what is wrong with it. */
  rows: z.array(
    z.object({
      row: z.number(),
      number: z.string().nullable(),
      verdict: z.enum(recordVerdicts),
      problems: z.array(problemShape),
    }),
  ),
  isApplied: z.boolean(),
});
export type RecordSheetAnswer = z.infer<typeof answerShape>;
type RowFate = RecordSheetAnswer['rows'][number];

export interface SheetUpload {
  fileName: string;
  bytes: Uint8Array;
}

/**
 * Reads a sheet of records and says the fate of every row. Without a request id it is a dry run: every row is taken by the same services as
 * when it is applied, in a transaction that is undone. With one, all rows are taken, or none while anything is wrong; a repeat answers as
 * the first did.
 */
export async function takeRecordSheet<K extends RecordSheetKind>(
  sheet: RecordSheet<K>,
  { viewer, address }: { viewer: Viewer; address: string },
  { fileName, bytes }: SheetUpload,
  requestId: string | null,
): Promise<RecordSheetAnswer> {
  const ledger = await loadLedgerContext();
  const year = Number(ledger.today.slice(0, 4));
  const names = (await sheet.names?.(ledger.lookupData)) ?? ledger.lookupData;
  const parsed = await parseInWorker(bytes, sheet.kind, names, { fileName, year });
  const refused = (problems: string[]): RecordSheetAnswer => ({ problems, rows: [], isApplied: false });
  const wrong = parsed.fileProblems.filter(({ severity }) => severity === 'error');
  if (hasErrors(wrong)) return refused(wrong.map((problem) => messageOf(problem, 'zh-CN')));
  const rows = (parsed.sheets as unknown as { main: ParsedRow[] }).main;
  if (rows.length === 0) return refused(['文件中没有数据行。请检查是否填在了正确的工作表里。']);
  if (rows.length > mostRecordRows) return refused([`一个文件最多 ${mostRecordRows} 行，这个文件有 ${rows.length} 行，请分几次导入。`]);
  const context: SheetContext = { viewer, address, ledger };
  if (requestId === null) return undone((tx) => takeRows(tx, sheet, rows, context));
  try {
    const { result } = await once(viewer, requestId, `takeRecordSheet ${sheet.kind}`, answerShape, async (tx) => {
      const fates = await takeRows(tx, sheet, rows, context);
      if (fates.some(({ verdict }) => verdict === 'REFUSE')) throw new NothingTaken(fates);
      return { problems: [], rows: fates, isApplied: true };
    });
    return result;
  } catch (error) {
    if (error instanceof NothingTaken) return { problems: [], rows: error.fates, isApplied: false };
    throw error;
  }
}

/** Undoes the transaction that found a row wanting. */
class NothingTaken extends Error {
  override readonly name = 'NothingTaken';
  readonly fates: RowFate[];

  constructor(fates: RowFate[]) {
    super('a row was refused');
    this.fates = fates;
  }
}

/** Does the work in a transaction that is always undone; answers what became of each row. */
async function undone(work: (tx: pg.PoolClient) => Promise<RowFate[]>): Promise<RecordSheetAnswer> {
  try {
    await transaction(async (tx) => {
      throw new NothingTaken(await work(tx));
    });
  } catch (error) {
    if (error instanceof NothingTaken) return { problems: [], rows: error.fates, isApplied: false };
    throw error;
  }
  throw new Error('unreachable');
}

async function takeRows<K extends RecordSheetKind>(
  tx: pg.PoolClient,
  sheet: RecordSheet<K>,
  rows: readonly ParsedRow[],
  context: SheetContext,
): Promise<RowFate[]> {
  await sheet.prepare?.(tx, context);
  const fates: RowFate[] = [];
  for (const { row, values, problems } of rows) {
    const number = typeof values.number === 'string' ? values.number : null;
    const read = problems
      .filter(({ severity }) => severity === 'error')
      .map((problem) => {
        const { severity, code, params } = problem;
        const bare = { severity, code, params } as typeof problem;
        return { column: problem.header ?? problem.column ?? null, message: messageOf(bare, 'zh-CN'), messageEn: messageOf(bare, 'en') };
      });
    if (read.length > 0) fates.push({ row, number, verdict: 'REFUSE', problems: read });
    else fates.push({ row, ...(await takeRow(tx, sheet, values as SheetRow<K>, number, context)) });
  }
  return fates;
}

async function takeRow<K extends RecordSheetKind>(
  tx: pg.PoolClient,
  sheet: RecordSheet<K>,
  values: SheetRow<K>,
  number: string | null,
  context: SheetContext,
): Promise<Omit<RowFate, 'row'>> {
  await tx.query('SAVEPOINT record_row');
  try {
    const taken = await sheet.takeRow(tx, values, context);
    await tx.query('RELEASE SAVEPOINT record_row');
    return { ...taken, number: taken.number ?? number, problems: [] };
  } catch (error) {
    const problems = problemsOf(error, sheet.headingOf);
    if (!problems) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT record_row');
    return { number, verdict: 'REFUSE', problems };
  }
}

/** Why the services refused a row; null where the fault is the system's own. */
function problemsOf(error: unknown, headingOf: Readonly<Record<string, string>>): RecordProblem[] | null {
  if (error instanceof InputError)
    return error.fields.map(({ field, message }) => ({ column: headingOf[field] ?? null, message, messageEn: null }));
  if (error instanceof ConflictError)
    return [
      {
        column: '版本号',
        message: `这一行导出之后，库中又有改动（现为版本 ${error.version}）。请重新导出，在新表上修改`,
        messageEn: `Changed since it was exported (now version ${error.version}). Export again and edit the new sheet`,
      },
    ];
  if (error instanceof ActRefusedError || error instanceof NotFoundError)
    return [{ column: null, message: error.message, messageEn: null }];
  return null;
}
