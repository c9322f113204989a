import type { RankGroup, UnitKind } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { clock } from '../../clock.ts';
import { pinyinInitials } from '../../text/pinyin.ts';
import { type Administrator, administer, lockVersion, Problems } from './administration.ts';

export interface UnitNames {
  name: string;
  shortName: string;
  nameEn: string;
}

export interface NewUnit extends UnitNames {
  id: string;
  kind: UnitKind;
  parentId: string;
  rankGroup?: RankGroup | null;
}

/** Adds a unit from today on, last among its like. InputError at `id`, the names or `parentId`. */
export async function createUnit(by: Administrator, given: NewUnit): Promise<void> {
  const id = given.id.trim().toLowerCase();
  await administer(by, 'createUnit', { ...given, id }, async (tx) => {
    const problems = new Problems().when(
      !/^[a-z0-9][a-z0-9-]{1,39}$/.test(id),
      'id',
      'MALFORMED',
      '代码为 2 至 40 位小写字母、数字或短横线。',
    );
    problems.when(await exists(tx, 'SELECT 1 FROM unit WHERE id = $1', [id]), 'id', 'TAKEN', '这个代码已被使用。');
    const parent = await exists(tx, 'SELECT 1 FROM unit WHERE id = $1 AND valid_to >= $2', [given.parentId, clock.today()]);
    problems.when(!parent, 'parentId', 'UNKNOWN', '没有这个上级单位，或者它已撤销。');
    const names = await checkNames(tx, problems, given, null);
    problems.refuse();
    await tx.query(
      `INSERT INTO unit (id, name, short_name, name_en, pinyin, kind, parent_id, rank_group, position, valid_from, valid_to, origin)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (SELECT coalesce(max(position), 0) + 1 FROM unit), $9, '9999-12-31', 'LOCAL')`,
      [
        id,
        names.name,
        names.shortName,
        names.nameEn,
        pinyinInitials(names.shortName),
        given.kind,
        given.parentId,
        given.rankGroup ?? null,
        clock.today(),
      ],
    );
  });
}

/** Gives a unit other names; its former ones stay as aliases, so that ledgers that use them are still understood. */
export async function renameUnit(by: Administrator, id: string, version: number, given: UnitNames): Promise<void> {
  await administer(by, 'renameUnit', { id, ...given }, async (tx) => {
    await lockVersion(tx, 'unit', id, version);
    const problems = new Problems();
    const names = await checkNames(tx, problems, given, id);
    problems.refuse();
    await tx.query(
      `INSERT INTO unit_alias (alias, unit_id, origin)
       SELECT former, u.id, 'LOCAL' FROM unit u CROSS JOIN LATERAL (VALUES (u.name), (u.short_name)) f(former)
       WHERE u.id = $1 AND former NOT IN ($2, $3) ON CONFLICT (alias) DO NOTHING`,
      [id, names.name, names.shortName],
    );
    await tx.query('DELETE FROM unit_alias WHERE unit_id = $1 AND alias IN ($2, $3)', [id, names.name, names.shortName]);
    await tx.query(
      `UPDATE unit SET name = $2, short_name = $3, name_en = $4, pinyin = $5, origin = 'LOCAL', version = version + 1 WHERE id = $1`,
      [id, names.name, names.shortName, names.nameEn, pinyinInitials(names.shortName)],
    );
  });
}

/** Adds another name that a ledger may use for the unit. InputError at `alias` when it is taken. */
export async function addUnitAlias(by: Administrator, id: string, version: number, given: string): Promise<void> {
  await administer(by, 'addUnitAlias', { id, alias: given }, async (tx) => {
    await lockVersion(tx, 'unit', id, version);
    const problems = new Problems();
    const alias = problems.text(given, 'alias', 60);
    problems.when(await nameTaken(tx, alias, null), 'alias', 'TAKEN', '这个名称已经是某个单位的名称或别名。');
    problems.refuse();
    await tx.query(`INSERT INTO unit_alias (alias, unit_id, origin) VALUES ($1, $2, 'LOCAL')`, [alias, id]);
    await touch(tx, id);
  });
}

/** Takes an alias away. InputError at `alias` when the unit has none such. */
export async function removeUnitAlias(by: Administrator, id: string, version: number, alias: string): Promise<void> {
  await administer(by, 'removeUnitAlias', { id, alias }, async (tx) => {
    await lockVersion(tx, 'unit', id, version);
    const { rowCount } = await tx.query('DELETE FROM unit_alias WHERE alias = $1 AND unit_id = $2', [alias, id]);
    new Problems().when(rowCount === 0, 'alias', 'UNKNOWN', '该单位没有这个别名。').refuse();
    await touch(tx, id);
  });
}

/**
 * Ends a unit with a day, naming the unit that takes over, if any. Its history stays. InputError at `lastDay` (before its first day, or while it
 * still owes something) or `successorId`.
 */
export async function endUnit(by: Administrator, id: string, version: number, lastDay: string, successorId: string | null): Promise<void> {
  await administer(by, 'endUnit', { id, lastDay, successorId }, async (tx) => {
    await lockVersion(tx, 'unit', id, version);
    const problems = new Problems()
      .when(
        await exists(tx, 'SELECT 1 FROM unit WHERE id = $1 AND valid_from > $2', [id, lastDay]),
        'lastDay',
        'TOO_EARLY',
        '不能早于设立日期。',
      )
      .when(await exists(tx, owing, [id]), 'lastDay', 'STILL_OWES', '该单位还有未办结的事项，请先办结或者改由其他单位承办。')
      .when(
        await exists(tx, 'SELECT 1 FROM unit WHERE parent_id = $1 AND valid_to > $2', [id, lastDay]),
        'lastDay',
        'HAS_UNITS',
        '该单位还有下属单位，请先撤销下属单位。',
      );
    if (successorId !== null) {
      const known = await exists(tx, 'SELECT 1 FROM unit WHERE id = $1 AND id <> $2 AND valid_to > $3', [successorId, id, lastDay]);
      problems.when(!known, 'successorId', 'UNKNOWN', '没有这个承接单位，或者它也已撤销。');
    }
    problems.refuse();
    await tx.query(`UPDATE unit SET valid_to = $2, successor_id = $3, origin = 'LOCAL', version = version + 1 WHERE id = $1`, [
      id,
      lastDay,
      successorId,
    ]);
  });
}

const owing = `SELECT 1 FROM item_unit WHERE unit_id = $1 AND superseded_by_id IS NULL
  AND state NOT IN ('DRAFT', 'PENDING_APPROVAL', 'CLOSED', 'CALL_BACK', 'WRITTEN_OFF', 'RETURNED', 'MERGED', 'REFUSED', 'WITHDRAWN')`;

async function checkNames(tx: pg.PoolClient, problems: Problems, given: UnitNames, self: string | null): Promise<UnitNames> {
  const names = {
    name: problems.text(given.name, 'name', 60),
    shortName: problems.text(given.shortName, 'shortName', 20),
    nameEn: problems.text(given.nameEn, 'nameEn', 120),
  };
  for (const field of ['name', 'shortName'] as const)
    problems.when(await nameTaken(tx, names[field], self), field, 'TAKEN', '这个名称已经是另一个单位的名称或别名。');
  return names;
}

/** Whether another unit than `self` goes by this name. */
function nameTaken(tx: pg.PoolClient, name: string, self: string | null): Promise<boolean> {
  return exists(
    tx,
    `SELECT 1 FROM unit WHERE $1 IN (name, short_name) AND ($2::text IS NULL OR id <> $2)
     UNION ALL SELECT 1 FROM unit_alias WHERE alias = $1 AND ($2::text IS NULL OR unit_id <> $2)`,
    [name, self],
  );
}

async function exists(tx: pg.PoolClient, query: string, values: unknown[]): Promise<boolean> {
  return ((await tx.query(`${query} LIMIT 1`, values)).rowCount ?? 0) > 0;
}

/** The unit's list of aliases is now this city's own: a reload of the pack leaves it alone. */
async function touch(tx: pg.PoolClient, id: string): Promise<void> {
  await tx.query(`UPDATE unit SET origin = 'LOCAL', version = version + 1 WHERE id = $1`, [id]);
}
