import { cleanText } from '@duban/ledger/clean-text';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { InputError, NotFoundError } from '../../graphql/errors.ts';
import type { RecordSheet, SheetRow } from '../exchange/record-sheet/record-sheet.ts';
import { accessOf, recordsVisibleTo } from './accountability.policy.ts';
import { correctRecord, createRecord, keeperOf } from './keep-register.ts';
import { openName } from './person-name.ts';
import type { RecordInput } from './record-fields.ts';
import { registerNames, revokedWord } from './register-names.ts';
import { numbersMeant } from './source-item.ts';
import { storedColumns, storedRecord } from './stored-record.ts';

type Row = SheetRow<'ACCOUNTABILITY'>;

const presentRow = z.intersection(storedRecord, z.object({ itemNumber: z.string().nullable() }));
type Present = z.infer<typeof presentRow>;

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
    status: '状态',
    reason: '更正原因',
    version: '版本号',
  },
  names: registerNames,
  async takeRow(tx, row, { viewer, address }) {
    const keeper = keeperOf(viewer, address);
    if (!row.number) {
      if (saysRevoked(row)) throw toRevoke();
      const input = inputOf(row, null);
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
    if (saysRevoked(row) && present.revokedOn === null) throw toRevoke();
    const input = inputOf(row, present);
    if (isSame(input, present)) return { verdict: 'UNCHANGED', number: present.number };
    if (!row.version) throw new InputError([{ field: 'version', code: 'REQUIRED', message: '改动已有记录须保留导出时的版本号。' }]);
    await correctRecord(tx, viewer, keeper, { ...input, id: present.id, version: row.version, reason: row.correction ?? '' });
    return { verdict: 'UPDATE', number: present.number };
  },
};

/** What the row makes of a record; a column that the file hasn't leaves the field as it is. */
function inputOf(row: Row, present: Present | null): RecordInput {
  const { unitId, post, postLevel, administrativeHead, fact, rule, form, decidedBy, decidedOn } = row;
  const given = <Key extends 'effect' | 'effectUntil' | 'itemNumber' | 'enforcementRecord' | 'source'>(key: Key): string | null =>
    (row[key] === undefined ? present?.[key] : row[key]) ?? null;
  return {
    ...{ unitId, post, postLevel, administrativeHead, fact, rule, form, decidedBy, decidedOn },
    name: row.name ?? null,
    effect: given('effect'),
    effectUntil: given('effectUntil'),
    itemNumber: given('itemNumber'),
    enforcementRecord: given('enforcementRecord'),
    source: given('source'),
  };
}

/** Nothing in the row differs from the record, as a cell says it; an empty name keeps the one there is. */
function isSame({ name, ...given }: RecordInput, present: Present): boolean {
  const asCell = (value: unknown) => (typeof value === 'string' ? cleanText(value) : (value ?? null));
  return (
    (!name || name === openName(present)) &&
    Object.entries(given).every(([key, value]) => asCell(value) === asCell(present[key as keyof Present]))
  );
}

/** The sheet would have it revoked: that is done on the screen, with a reason of its own. */
function saysRevoked({ status, revokedOn, revokedReason }: Row): boolean {
  return status?.trim() === revokedWord || Boolean(revokedOn ?? revokedReason);
}

function toRevoke(): InputError {
  return new InputError([{ field: 'status', code: 'REVOKED_HERE', message: '撤销只能在系统里办理，不能用导入。请恢复原值或清空这几格。' }]);
}
