import { rows, sql } from '../../database.ts';
import { InputError, NotFoundError } from '../../graphql/errors.ts';
import { numbersMeant } from '../accountability/source-item.ts';
import type { RecordSheet, SheetContext, SheetRow } from '../exchange/record-sheet/record-sheet.ts';
import { addVisits, correctVisit } from './keep-visits.ts';
import { needLines, readNeedLines } from './need-lines.ts';
import { type StoredVisit, storedColumns, storedVisit } from './stored-visit.ts';
import { visitReaders, visitsVisibleTo } from './visit.policy.ts';
import { appendVisitEvents } from './visit-chain.ts';
import { checkVisit, type VisitInput } from './visit-fields.ts';
import type { ContactPoint, VisitGround } from './visit-ground.ts';
import { actorOf, groundOf } from './visit-guards.ts';

type Row = SheetRow<'VISIT'>;

/** 走访记录 taken back: new visits, and corrections of those there are; to withdraw, answer and raise is done in the system alone. */
export const visitRecordSheet: RecordSheet<'VISIT'> = {
  kind: 'VISIT',
  mayTake: ({ role }) => visitReaders.includes(role),
  headingOf: {
    postId: '走访领导',
    contactPointId: '联系点',
    place: '地点',
    countyId: '所在县区',
    visitedOn: '走访日期',
    kinds: '走访形式',
    isFrontLine: '一线工作法',
    peopleMet: '走访人数',
    met: '走访对象',
    opinions: '意见建议',
    decision: '现场决定',
    needs: '群众需求',
    reason: '更正原因',
    version: '版本号',
  },
  async takeRow(tx, row, context) {
    const { viewer, address } = context;
    const ground = await groundOf(tx, viewer);
    const actor = actorOf(viewer, address);
    if (!row.number) {
      const { fields, problems } = checkVisit(inputOf(row, null, ground, context), ground);
      if (problems.length > 0) throw new InputError(atHeadings(problems));
      const [made] = await addVisits(tx, actor, [{ fields }]);
      await appendVisitEvents(tx, actor, 'CREATE', [made!]);
      return { verdict: 'CREATE', number: made!.number };
    }
    const [present] = await rows(
      storedVisit,
      sql`SELECT ${storedColumns} FROM visit v WHERE v.number = ANY(${numbersMeant(row.number)}::text[]) AND ${visitsVisibleTo(viewer)}`,
      tx,
    );
    if (!present) throw new NotFoundError(`没有编号为“${row.number}”的走访。请核对编号；新增的请把编号空着`);
    const input = inputOf(row, present, ground, context);
    if (isSame(row, input, present, context)) return { verdict: 'UNCHANGED', number: present.number };
    if (!row.version) throw new InputError([{ field: 'version', code: 'REQUIRED', message: '改动已有记录须保留导出时的版本号。' }]);
    try {
      await correctVisit(tx, viewer, actor, { id: present.id, version: row.version, reason: row.correction ?? '' }, input);
    } catch (error) {
      throw error instanceof InputError ? new InputError(atHeadings(error.fields)) : error;
    }
    return { verdict: 'UPDATE', number: present.number };
  },
};

/** Problems of single needs stand under the one heading of all, with the line they are on. */
function atHeadings(problems: InputError['fields']): InputError['fields'] {
  return problems.map(({ field, code, message }) => {
    const at = /^needs\.(\d+)\./.exec(field);
    return at ? { field: 'needs', code, message: `第 ${Number(at[1]) + 1} 行：${message}` } : { field, code, message };
  });
}

function inputOf(row: Row, present: StoredVisit | null, { points }: VisitGround, { ledger }: SheetContext): VisitInput {
  const { leader, visitedOn, kinds, isFrontLine, peopleMet } = row;
  if (leader.postId === null) throw new InputError([{ field: 'postId', code: 'UNKNOWN', message: `没有“${leader.text}”这个领导岗位。` }]);
  const point = pointOf(row, leader.postId, [...points.values()]);
  return {
    ...{ postId: leader.postId, visitedOn, kinds, isFrontLine, peopleMet },
    contactPointId: point?.id ?? null,
    place: row.place ?? null,
    countyId: row.countyId ?? null,
    met: row.met ?? null,
    opinions: row.opinions ?? null,
    decision: row.decision ?? null,
    needs: readNeedLines(row.needs ?? null, present?.needs ?? [], ledger.lookup),
  };
}

function pointOf({ contactPoint, visitedOn }: Row, postId: string, points: readonly ContactPoint[]): ContactPoint | null {
  if (!contactPoint) return null;
  const named = points.filter((point) => point.postId === postId && point.name === contactPoint);
  const found = named.find(({ validFrom, validTo }) => validFrom <= visitedOn && visitedOn <= validTo) ?? named[0];
  if (found) return found;
  throw new InputError([{ field: 'contactPointId', code: 'UNKNOWN', message: `这位领导没有名为“${contactPoint}”的联系点。` }]);
}

/** Nothing in the row differs from the record. */
function isSame(row: Row, input: VisitInput, present: StoredVisit, { ledger }: SheetContext): boolean {
  const { needs: _needs, kinds, ...given } = input;
  return (
    Object.entries(given).every(([key, value]) => (value ?? null) === (present[key as keyof StoredVisit] ?? null)) &&
    [...kinds].sort().join() === [...present.kinds].sort().join() &&
    (row.needs ?? null) === needLines(present.needs, ledger.lookup)
  );
}
