import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { InputError, NotFoundError } from '../../graphql/errors.ts';
import type { RecordSheet, SheetRow } from '../exchange/record-sheet/record-sheet.ts';
import { accessOf, recordsVisibleTo } from './accountability.policy.ts';
import { correctRecord, createRecord, keeperOf } from './keep-register.ts';
import type { RecordInput } from './record-fields.ts';
import { numbersMeant } from './source-item.ts';
import { storedColumns, storedRecord } from './stored-record.ts';

type Row = SheetRow<'ACCOUNTABILITY'>;

const presentRow = z.intersection(storedRecord, z.object({ itemNumber: z.string().nullable() }));

/** 责任追究登记簿 taken back: new records, and corrections of those there are; to revoke is done in the system alone. */
export const accountabilityRecordSheet: RecordSheet<'ACCOUNTABILITY'> = {
  kind: 'ACCOUNTABILITY',
  mayTake: (viewer) => accessOf(viewer) === 'KEEP',
  headingOf: {
    unitId: '单位',
    post: '职务',
    postLevel: '职务层次',
    name: '姓名',
    fact: '主要事实',
    rule: '违反规定',
    form: '追究方式',
    decidedBy: '决定机关',
    decidedOn: '决定日期',
    effect: '执行情况',
    effectUntil: '影响期至',
    itemNumber: '关联事项',
    enforcementRecord: '执法记录',
    source: '来源依据',
    reason: '更正原因',
    version: '版本号',
  },
  async takeRow(tx, row, { viewer, address }) {
    const keeper = keeperOf(viewer, address);
    const input = inputOf(row);
    if (!row.number) {
      const id = await createRecord(tx, keeper, input);
      const [created] = await rows(z.object({ number: z.string() }), sql`SELECT number FROM accountability WHERE id = ${id}::uuid`, tx);
      return { verdict: 'CREATE', number: created?.number ?? null };
    }
    const [present] = await rows(
      presentRow,
      sql`SELECT ${storedColumns}, i.number AS "itemNumber" FROM accountability r LEFT JOIN item i ON i.id = r.item_id
        WHERE r.number = ANY(${numbersMeant(row.number)}::text[]) AND ${recordsVisibleTo(viewer)}`,
      tx,
    );
    if (!present) throw new NotFoundError(`登记簿中没有编号为“${row.number}”的记录。请核对编号；新增的请把编号空着`);
    if (isSame(row, present)) return { verdict: 'UNCHANGED', number: present.number };
    if (!row.version) throw new InputError([{ field: 'version', code: 'REQUIRED', message: '改动已有记录须保留导出时的版本号。' }]);
    await correctRecord(tx, viewer, keeper, { ...input, id: present.id, version: row.version, reason: row.correction ?? '' });
    return { verdict: 'UPDATE', number: present.number };
  },
};

function inputOf(row: Row): RecordInput {
  const { unitId, post, postLevel, administrativeHead, fact, rule, form, decidedBy, decidedOn } = row;
  return {
    ...{ unitId, post, postLevel, administrativeHead, fact, rule, form, decidedBy, decidedOn },
    name: row.name ?? null,
    effect: row.effect ?? null,
    effectUntil: row.effectUntil ?? null,
    itemNumber: row.itemNumber ?? null,
    enforcementRecord: row.enforcementRecord ?? null,
    source: row.source ?? null,
  };
}

/** Nothing in the row differs from the record; an empty name keeps the one there is. */
function isSame(row: Row, present: z.infer<typeof presentRow>): boolean {
  const { name, ...given } = inputOf(row);
  return !name && Object.entries(given).every(([key, value]) => (value ?? null) === (present[key as keyof typeof present] ?? null));
}
