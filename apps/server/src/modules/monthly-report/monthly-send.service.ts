import { reasonSuffix } from '@duban/rules/monthly-form';
import type { Day } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { ActRefusedError, ConflictError, InputError, NotFoundError } from '../../graphql/errors.ts';
import { once } from '../../graphql/once.ts';
import { adapterOf } from '../../registers/adapters.ts';
import { standingNow } from '../../registers/item-life.ts';
import { type LedgerContext, loadLedgerContext } from '../../registers/ledger-context.ts';
import type { EntryWrite } from '../../registers/register-adapter.ts';
import { changeItems } from '../item/change-items.ts';
import { type Change, ItemConflict } from '../item/item-change.ts';
import type { Viewer } from '../session/viewer.ts';
import { entryAfter, measureAfter, standingAfter, valuesOf } from './monthly-draft.ts';
import { MonthlyItemsChanged } from './monthly-errors.ts';
import { readRows } from './monthly-form.service.ts';
import { actsOnMonthly, canReadMonthly, canReturnMonthly, canSendMonthly, canSubmitMonthly } from './monthly-report.policy.ts';
import { type MonthlyKind, type MonthlyRow, monthlyKinds, stepsOf } from './monthly-rows.ts';
import { assertPeriod } from './monthly-save.service.ts';
import { keepCells, lockReport, readCells, readReports, type StoredReport, turnReport, unwritten } from './monthly-store.ts';
import { fieldLabel, monthText, problemText, valueText } from './monthly-words.ts';

/** Which report an act is on, at the version that its author saw. */
export interface MonthlyAct {
  unitId: string;
  periodOn: Day;
  version: number;
  requestId: string;
}

const done = z.object({ version: z.number() });
const longestReason = 500;

/** 提交负责人: the clerk lays the filled form before the head. Errors: NotFoundError, ActRefusedError, ConflictError, InputError at each cell. */
export async function submitMonthly(viewer: Viewer, act: MonthlyAct): Promise<void> {
  await onReport(viewer, act, 'submitMonthly', async (tx, report) => {
    if (!canSubmitMonthly(viewer, report.unitId, report.state)) throw refusal(viewer, report, 'CLERK');
    assertVersion(report, act);
    assertUnsent(report);
    const rows = await readRows(act.unitId, act.periodOn, await readCells(act.periodOn, [act.unitId], tx), { runner: tx });
    assertSound(rows);
    await turnReport(tx, report, { state: 'SUBMITTED', submittedAt: clock.now(), submittedBy: viewer.postTitle, returnReason: null });
  });
}

/** 退回经办人: the head gives it back, with the reason. Errors as above. */
export async function returnMonthly(viewer: Viewer, act: MonthlyAct & { reason: string }): Promise<void> {
  await onReport(viewer, act, 'returnMonthly', async (tx, report) => {
    if (!canReturnMonthly(viewer, report.unitId, report.state)) throw refusal(viewer, report, 'HEAD');
    assertVersion(report, act);
    const reason = act.reason.trim();
    if (reason === '') throw new InputError([{ field: 'reason', code: 'required', message: '请写明退回的理由。' }]);
    if ([...reason].length > longestReason)
      throw new InputError([{ field: 'reason', code: 'too-long', message: `退回理由最多 ${longestReason} 字。` }]);
    await turnReport(tx, report, { state: 'DRAFT', submittedAt: null, submittedBy: null, returnReason: reason });
  });
}

/**
 * 签发上报: the head signs, and every item's facts, steps and figures are written with it, all or none. The lead unit's report counts as the
 * month's, so that a grey light goes out, and ends an override (model 10). Sent again, it is a correction: only what differs is written.
 * Errors as above, and MonthlyItemsChanged where an item isn't at the version that the sender saw.
 */
export async function sendMonthly(
  viewer: Viewer,
  act: MonthlyAct & { items: readonly { itemId: string; version: number }[] },
): Promise<void> {
  await onReport(viewer, act, 'sendMonthly', async (tx, report) => {
    if (!canSendMonthly(viewer, report.unitId)) throw refusal(viewer, report, 'HEAD');
    assertVersion(report, act);
    assertUnsent(report);
    const rows = await readRows(act.unitId, act.periodOn, await readCells(act.periodOn, [act.unitId], tx), { runner: tx });
    assertSound(rows);
    assertSeen(rows, act.items);
    const context = await loadLedgerContext(tx);
    const isCorrection = report.sentAt !== null;
    const prepared = rows.map((row) => prepare(row, context, isCorrection)).filter(({ isNeeded }) => isNeeded);
    const actor = { userId: viewer.userId, title: viewer.postTitle, requestId: act.requestId };
    try {
      await changeItems(
        tx,
        actor,
        prepared.map(({ change }) => change),
      );
    } catch (error) {
      if (error instanceof ItemConflict) throw changedItems(rows, new Set(error.conflicts.map(({ itemId }) => itemId)));
      throw error;
    }
    for (const kind of monthlyKinds) await writeKind(tx, kind, prepared, context);
    await keepSent(tx, report.id, viewer, rows);
    await turnReport(tx, report, { state: 'SENT', sentAt: clock.now(), sentBy: viewer.postTitle, returnReason: null });
  });
}

/** Does an act on a locked report once; nothing of it stands when it is refused. */
async function onReport(
  viewer: Viewer,
  { unitId, periodOn, requestId }: MonthlyAct,
  operation: string,
  work: (tx: pg.PoolClient, report: StoredReport & { id: string }) => Promise<void>,
): Promise<void> {
  if (!canReadMonthly(viewer, unitId)) throw new NotFoundError();
  if (actsOnMonthly(viewer, unitId) === null) throw new ActRefusedError('NOT_THIS_ROLE', '您的岗位只能查看这个单位的月报。');
  await assertPeriod(periodOn);
  await once(viewer, requestId, operation, done, async (tx) => {
    const report = await lockReport(tx, unitId, periodOn);
    await work(tx, report);
    const now = (await readReports(periodOn, [unitId], tx)).get(unitId) ?? unwritten(unitId);
    return { version: now.version };
  });
}

/** The post that may never, or the state that may not now. */
function refusal(viewer: Viewer, { unitId, state }: StoredReport, needed: 'CLERK' | 'HEAD'): ActRefusedError {
  if (actsOnMonthly(viewer, unitId) !== needed)
    return new ActRefusedError(
      'NOT_THIS_ROLE',
      needed === 'HEAD' ? '只有本单位或上级单位的负责人可以签发、退回月报。' : '只有经办人可以提交负责人。',
    );
  return state === 'SUBMITTED'
    ? new ActRefusedError('MONTHLY_WITH_HEAD', '已提交负责人审签，不用重复提交。')
    : new ActRefusedError('MONTHLY_NOT_SUBMITTED', '经办人还没有提交，没有可退回的月报。');
}

function assertVersion(report: StoredReport, { version }: MonthlyAct): void {
  if (report.version !== version) throw new ConflictError(report.version, '月报刚被他人修改，请核对最新内容后再操作，您填写的内容已保留。');
}

/** A report that was sent and not touched since has nothing to send. */
function assertUnsent({ state }: StoredReport): void {
  if (state === 'SENT') throw new ActRefusedError('MONTHLY_SENT', '本月已上报，没有新的改动。需要更正的，请先修改再签发。');
}

function assertSound(rows: readonly MonthlyRow[]): void {
  const problems = rows.flatMap((row) =>
    row.judged.problems.map((problem) => ({
      field: `${row.stored.itemId}.${problem.field}`,
      code: problem.code,
      message: `${row.stored.number} ${labelOf(row, problem.field)}：${problemText(problem)}`,
    })),
  );
  if (problems.length > 0) throw new InputError(problems);
}

function assertSeen(rows: readonly MonthlyRow[], seen: readonly { itemId: string; version: number }[]): void {
  const versions = new Map(seen.map(({ itemId, version }) => [itemId, version]));
  const changed = rows.filter(({ stored }) => versions.get(stored.itemId) !== stored.version).map(({ stored }) => stored.itemId);
  if (changed.length > 0) throw changedItems(rows, new Set(changed));
}

function changedItems(rows: readonly MonthlyRow[], ids: ReadonlySet<string>): MonthlyItemsChanged {
  const named = rows.filter(({ stored }) => ids.has(stored.itemId));
  return new MonthlyItemsChanged(
    named.map(({ stored }) => ({ itemId: stored.itemId, number: stored.number, title: stored.entry.main.title })),
  );
}

/** A field's name on slips, with its step or county. */
export function labelOf(row: MonthlyRow, key: string, countyName?: (countyId: string) => string): string {
  const field = row.fields.find((each) => each.key === key);
  return field ? fieldLabel(field, lineTitle(row, field.line, countyName)) : key;
}

/** The step or county that a line of the form is about; null for the item itself. */
export function lineTitle(row: MonthlyRow, line: string, countyName: (countyId: string) => string = (id) => id): string | null {
  const [kind, name = ''] = line.split(':');
  if (kind === 'county') return countyName(name);
  if (kind !== 'step') return null;
  const step = stepsOf(row).find(({ position }) => position === Number(name));
  return step ? `${step.position}. ${step.title}` : null;
}

interface Prepared {
  kind: MonthlyKind;
  change: Change;
  write: EntryWrite<MonthlyKind>;
  /** Something is to be recorded: a first report always is, a correction only where it changes anything. */
  isNeeded: boolean;
}

function prepare(row: MonthlyRow, context: LedgerContext, isCorrection: boolean): Prepared {
  const { kind, stored, cells, facts, duty, fields } = row;
  const after = entryAfter(row);
  const measure = measureAfter(row, after, context);
  const changes = shownChanges(row, context);
  const reasons = fields.flatMap(({ key }) =>
    changes.some((change) => change.key === key) ? (cells.get(`${key}${reasonSuffix}`) ?? []) : [],
  );
  const change: Change = {
    action: 'REPORT_PROGRESS',
    itemId: stored.itemId,
    version: stored.version,
    standing: standingAfter(row, measure, after, context),
    parts: stored.parts.map(({ unitId, duty: ofPart, ...part }) => ({
      unitId,
      duty: ofPart,
      standing: standingNow(kind, measure, part, context),
    })),
    ...(duty === 'LEAD' ? { override: null } : {}),
    payload: {
      report: 'MONTHLY',
      period: facts.periodOn.slice(0, 7),
      title: `${monthText(facts.periodOn)}月报${isCorrection ? '（更正）' : ''}`,
      unitId: row.unitId,
      unit: context.lookup.unitName(row.unitId),
      isCorrection,
      changes: changes.map(({ key: _key, ...change }) => change),
      ...(reasons.length > 0 ? { reason: reasons.join('；') } : {}),
    },
  };
  const write = { itemId: stored.itemId, round: stored.round, before: stored.entry, after, stored: stored.stored };
  return { kind, change, write, isNeeded: !isCorrection || changes.length > 0 || isFirstFigure(row) };
}

/** A month's figure that the system hasn't yet, though it be last month's. */
function isFirstFigure({ fields }: MonthlyRow): boolean {
  return fields.some(({ type, label, known, last }) => type === 'NUMBER' && label !== 'COUNTY_ACTUAL' && known === null && last !== null);
}

/** What the report changes, in words: the item's story keeps it. */
export function shownChanges(
  row: MonthlyRow,
  { lookup }: LedgerContext,
): { key: string; column: string; before: string | null; after: string | null }[] {
  const values = valuesOf(row);
  return row.fields.flatMap((field) => {
    if (!values.has(field.key)) return [];
    const before = valueText(field.type, field.known ?? field.last);
    const after = valueText(field.type, values.get(field.key));
    return before === after ? [] : [{ key: field.key, column: labelOf(row, field.key, lookup.unitName), before, after }];
  });
}

async function writeKind<K extends MonthlyKind>(
  tx: pg.PoolClient,
  kind: K,
  prepared: readonly Prepared[],
  context: LedgerContext,
): Promise<void> {
  const writes = prepared.filter((each) => each.kind === kind).map(({ write }) => write as unknown as EntryWrite<K>);
  if (writes.length > 0) await adapterOf(kind).write(tx, writes, context);
}

/** Figures that stood for an empty cell are kept as what was reported, so that the form goes on showing them as this report's. */
async function keepSent(tx: pg.PoolClient, reportId: string, viewer: Viewer, rows: readonly MonthlyRow[]): Promise<void> {
  const cells = rows.flatMap((row) => {
    const values = valuesOf(row);
    return row.fields.flatMap(({ key, type, label, known }) =>
      type === 'NUMBER' && label !== 'COUNTY_ACTUAL' && known === null && !row.cells.has(key) && values.has(key)
        ? [{ itemId: row.stored.itemId, field: key, value: String(values.get(key)) }]
        : [],
    );
  });
  await keepCells(tx, reportId, viewer.userId, cells);
}
