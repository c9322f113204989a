import { createClient } from '@duban/db/client';
import type { PrismaClient } from '@duban/db/generated/prisma/client';
import { createPool } from '@duban/db/pool';
import { createTestDatabase, type TestDatabase } from '@duban/db/test-database';
import type { Pack } from '@duban/pack/pack';
import { readPack } from '@duban/pack/read-pack';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPack, PackMismatch } from './load-pack.ts';
import type { PackDiff } from './load-pack-diff.ts';

const pack = await readPack('zhumadian-2014');
const now = new Date('2026-11-24T08:00:00+08:00');

let database: TestDatabase;
let pool: pg.Pool;
let client: PrismaClient;
let logged: string[];

beforeEach(async () => {
  database = await createTestDatabase();
  pool = await createPool(database.url);
  client = createClient(pool);
  logged = [];
});

afterEach(async () => {
  await client.$disconnect();
  await pool.end();
  await database.drop();
});

const load = (edited: Pack = pack) => loadPack(client, edited, { log: (line) => logged.push(line), now });

/** What would change in one table. */
const of = (diff: PackDiff, name: string) => diff.tables.find((table) => table.name === name)!;

const withoutUnit = (id: string): Pack => ({
  ...pack,
  units: pack.units.filter((unit) => unit.id !== id),
  posts: pack.posts.filter(({ unitId }) => unitId !== id),
  portfolios: pack.portfolios.filter(({ unitId }) => unitId !== id),
  clauses: pack.clauses.map((clause) => ({ ...clause, lead: clause.lead.filter((unit) => unit !== id) })),
});

describe('a first load', () => {
  it('fills every table, and says so', async () => {
    await load();
    expect(await client.unit.count()).toBe(pack.units.length);
    expect(await client.clause.count()).toBe(pack.clauses.length);
    expect(await client.post.count()).toBe(pack.posts.length);
    expect(await client.term.count()).toBe(pack.terms.length);
    expect(logged).toContain(`单位：新增 ${pack.units.length}`);
    const campaign = await client.campaign.findUniqueOrThrow({ where: { id: 1 } });
    expect(campaign).toMatchObject({
      code: 'zhumadian-2014',
      sharedKinds: ['LIVELIHOOD_WORK'],
      clockOffsetDays: 0,
      demo: false,
      loadedAt: now,
    });
  });

  it('counts working days through the calendar', async () => {
    await load();
    const ordinalOf = async (day: string) => (await client.calendarDay.findUniqueOrThrow({ where: { day: new Date(day) } })).workingOrdinal;
    expect(await ordinalOf('2014-12-31')).toBe(250);
    expect((await ordinalOf('2014-09-30')) - (await ordinalOf('2014-09-26'))).toBe(3); // Sunday the 28th was worked
  });

  it('finds a unit by its alias and in pinyin', async () => {
    await load();
    const alias = await client.unitAlias.findUniqueOrThrow({ where: { alias: '发改委' }, include: { unit: true } });
    expect(alias.unit).toMatchObject({ id: 'fgw', name: '驻马店市发展和改革委员会', pinyin: 'sfgw' });
  });
});

describe('a load again', () => {
  beforeEach(() => load());

  it('writes nothing when nothing changed', async () => {
    logged = [];
    expect((await load()).changes).toBe(0);
    expect(logged).toEqual(['活动数据与数据包一致，无需更新。']);
  });

  it('updates what was edited in the pack, and names it first', async () => {
    logged = [];
    const edited = { ...pack, units: pack.units.map((unit) => (unit.id === '411729' ? { ...unit, rankGroup: null } : unit)) };
    const diff = await load(edited);
    expect(diff.changes).toBe(1);
    expect(logged).toEqual(['单位：修改 1', '  改 411729：rank_group COUNTY → null']);
    expect(await client.unit.findUniqueOrThrow({ where: { id: '411729' } })).toMatchObject({ rankGroup: null, version: 2 });
  });

  it('leaves what was edited here, and says so', async () => {
    await client.unit.update({ where: { id: 'jyj' }, data: { shortName: '市教体局', origin: 'LOCAL' } });
    await client.clause.update({ where: { number: '3(4)' }, data: { title: '执法改革', origin: 'LOCAL' } });
    await client.clauseUnit.create({ data: { clauseNumber: '3(4)', unitId: 'fzb', duty: 'LEAD' } });
    await client.term.create({
      data: {
        dictionary: 'complaint-channel',
        code: 'wechat',
        name: '微信',
        nameEn: 'WeChat',
        aliases: [],
        position: 9,
        origin: 'LOCAL',
        validFrom: now,
        validTo: now,
      },
    });
    logged = [];
    expect((await load()).changes).toBe(0);
    expect(logged).toContain('单位：本地修改过，保留 jyj（共 1）');
    expect(await client.unit.findUniqueOrThrow({ where: { id: 'jyj' } })).toMatchObject({ shortName: '市教体局' });
    expect(await client.clauseUnit.count({ where: { clauseNumber: '3(4)' } })).toBe(1);
    expect(await client.term.count({ where: { code: 'wechat' } })).toBe(1);
  });

  it('closes a unit that left the pack, once, and takes its duties and unheld posts away', async () => {
    const edited = withoutUnit('lvyj');
    const diff = await load(edited);
    expect(of(diff, 'unit').closed.map(({ id }) => id)).toEqual(['lvyj']);
    expect(
      of(diff, 'post')
        .deleted.map(({ id }) => id)
        .sort(),
    ).toEqual(['lvyj-clerk', 'lvyj-head']);
    expect(await client.unit.findUniqueOrThrow({ where: { id: 'lvyj' } })).toMatchObject({ validTo: new Date('2026-11-23') });
    expect(await client.clauseUnit.count({ where: { unitId: 'lvyj' } })).toBe(0);
    expect((await load(edited)).changes).toBe(0);
  });

  it('keeps a post that somebody holds', async () => {
    await client.user.create({
      data: { account: 'lvyj', displayName: '联络员', postId: 'lvyj-clerk', passwordHash: 'none', passwordChangedAt: now },
    });
    const diff = await load(withoutUnit('lvyj'));
    expect(of(diff, 'post').keptReferenced).toEqual(['lvyj-clerk']);
    expect(await client.post.count({ where: { id: 'lvyj-clerk' } })).toBe(1);
  });

  it('opens a unit again that came back', async () => {
    await load(withoutUnit('lvyj'));
    await load();
    expect(await client.unit.findUniqueOrThrow({ where: { id: 'lvyj' } })).toMatchObject({ validTo: new Date('9999-12-31') });
    expect(await client.post.count({ where: { unitId: 'lvyj' } })).toBe(2);
  });

  it('keeps a day set here and counts on from it', async () => {
    await client.calendarDay.update({ where: { day: new Date('2014-03-03') }, data: { isWorking: false, label: '停电', origin: 'LOCAL' } });
    await load();
    expect(await client.calendarDay.findUniqueOrThrow({ where: { day: new Date('2014-03-03') } })).toMatchObject({
      isWorking: false,
      label: '停电',
    });
    expect(await client.calendarDay.findUniqueOrThrow({ where: { day: new Date('2014-12-31') } })).toMatchObject({ workingOrdinal: 249 });
    expect((await load()).changes).toBe(0);
  });

  it('refuses another campaign', async () => {
    const other = { ...pack, campaign: { ...pack.campaign, code: 'other-2015' } };
    await expect(load(other)).rejects.toBeInstanceOf(PackMismatch);
  });
});

it('leaves nothing behind when it fails', async () => {
  const broken = { ...pack, posts: pack.posts.map((post) => (post.id === 'mayor' ? { ...post, unitId: 'nowhere' } : post)) };
  await expect(load(broken)).rejects.toThrow();
  expect([await client.unit.count(), await client.campaign.count()]).toEqual([0, 0]);
});
