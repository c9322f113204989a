import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { pool, rows, sql, transaction } from '../../database.ts';
import { addItem, ask, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { changeItems } from '../item/change-items.ts';
import { readAnchorLines } from './anchor-file.ts';
import { sealDay, sealYesterday } from './seal-day.ts';
import { recordSystemEvent } from './system-event.ts';
import { verifyAudit, verifyIn } from './verify-audit.ts';

/** A generator of its own, so that a failure can be repeated. */
function randomOf(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) | 0;
    let mixed = state;
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    below: (limit: number) => Math.floor(next() * limit),
    of: <T>(values: readonly T[]) => values[Math.floor(next() * values.length)]!,
  };
}

const actor = { userId: null, title: '督查员' };
const items: string[] = [];
let close: () => Promise<void>;
let folder: string;
let file: string;

/** Six items, some sealed on the first day, all moved on, most of it sealed on the second, the rest not yet. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-audit-'));
  process.env.DUBAN_DATA_DIR = folder;
  file = join(folder, 'audit-anchors.log');
  close = await openTestCity();
  for (let made = 0; made < 6; made += 1) items.push(await addItem({ leadUnitId: 'gtj', number: `核-2014-${made + 1}` }));
  await record('SIGN_IN');
  await sealDay('2014-09-27');
  await retitle(1);
  await record('EXPORT');
  await retitle(2);
  await sealDay('2014-09-28');
  await retitle(3);
  await record('SIGN_OUT');
});
afterAll(async () => {
  await close();
  delete process.env.DUBAN_DATA_DIR;
  await rm(folder, { recursive: true });
});

function record(kind: 'SIGN_IN' | 'SIGN_OUT' | 'EXPORT') {
  return transaction((tx) => recordSystemEvent(tx, { kind, actorId: null, actorTitle: '职员', address: '127.0.0.1', payload: { kind } }));
}

function retitle(version: number) {
  const by = { ...actor, requestId: `r-${version}` };
  return transaction((tx) =>
    changeItems(
      tx,
      by,
      items.map((itemId) => ({
        action: 'IMPORT_FACTS',
        itemId,
        version,
        facts: { title: `第${version}题` },
        onBehalfOf: version === 2 ? '市长' : undefined,
        payload: { title: `第${version}题` },
      })),
    ),
  );
}

describe('a history that nobody touched', () => {
  it('holds, part by part', async () => {
    expect(await verifyAudit()).toEqual({
      parts: [
        { part: 'ITEMS', count: 24, fault: null },
        { part: 'SYSTEM', count: 3, fault: null },
        { part: 'ANCHORS', count: 2, fault: null },
        { part: 'FILE', count: 2, fault: null },
      ],
      isIntact: true,
      fault: null,
    });
  });

  it('is sealed once a day, in order, and each line of the file is written once', async () => {
    const before = await readFile(file, 'utf8');
    expect(await sealDay('2014-09-28')).toMatchObject({ day: '2014-09-28', itemEvents: 18, systemEvents: 2 });
    expect(await sealDay('2014-09-26')).toBeNull();
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});

interface Tampering {
  name: string;
  /** Does it, and answers what the fault must name. */
  apply(tx: pg.PoolClient): Promise<RegExp>;
}

const eventRow = z.object({ id: z.number(), item_id: z.string(), number: z.string(), sequence: z.number(), newest: z.number() });
const uuid = 'gen_random_uuid()';
/** Columns of an event with another value than the row's, whatever it is. */
const eventColumns: Record<string, string> = {
  sequence: 'sequence + 100',
  action: `CASE action WHEN 'ASSIGN' THEN 'SIGN'::item_action ELSE 'ASSIGN' END`,
  from_state: `CASE WHEN from_state = 'CLOSED' THEN NULL ELSE 'CLOSED'::item_state END`,
  to_state: `CASE to_state WHEN 'CLOSED' THEN 'SIGNED'::item_state ELSE 'CLOSED' END`,
  part_id: uuid,
  on_behalf_of: `coalesce(on_behalf_of, '') || '副市长'`,
  actor_id: uuid,
  actor_title: `actor_title || '甲'`,
  at: `at + interval '1 millisecond'`,
  recorded_at: `recorded_at - interval '1 millisecond'`,
  payload: `payload || ' '`,
  request_id: `coalesce(request_id, '') || 'x'`,
  import_run_id: uuid,
  previous_hash: `reverse(previous_hash) || '0'`,
  hash: `md5(hash) || md5(id::text)`,
};
const itemColumns: Record<string, string> = {
  state: `CASE state WHEN 'CLOSED' THEN 'SIGNED'::item_state ELSE 'CLOSED' END`,
  version: 'version + 1',
  last_sequence: 'last_sequence - 1',
  last_hash: `md5(last_hash) || md5(last_hash)`,
};
const systemColumns: Record<string, string> = {
  sequence: 'sequence + 100',
  kind: `kind || 'X'`,
  actor_id: uuid,
  actor_title: `actor_title || '甲'`,
  address: `coalesce(address, '') || '1'`,
  at: `at + interval '1 second'`,
  recorded_at: `recorded_at + interval '1 millisecond'`,
  payload: `replace(payload, '{', '{ ')`,
  previous_hash: `previous_hash || '0'`,
  hash: `md5(hash) || md5(hash)`,
};
const anchorColumns: Record<string, string> = {
  day: `day - 100`,
  last_item_event: 'last_item_event - 1',
  item_events: 'item_events + 1',
  system_events: 'system_events - 1',
  digest: `md5(digest) || md5(digest)`,
  previous_hash: `previous_hash || '0'`,
  hash: `md5(hash) || md5(hash)`,
  recorded_at: `recorded_at + interval '1 millisecond'`,
};

function tamperingOf(seed: number, events: z.infer<typeof eventRow>[]): Tampering {
  const random = randomOf(seed);
  const event = random.of(events);
  const named = new RegExp(`事项 ${event.number}(?! ?\\d)`);
  const run = (tx: pg.PoolClient, text: string, values: unknown[]) =>
    tx.query(text, values).then(({ rowCount }) => expect(rowCount).toBe(1));
  const column = (table: string, key: string, value: unknown, columns: Record<string, string>, fault: RegExp): Tampering => {
    const [name, other] = random.of(Object.entries(columns));
    return {
      name: `${table}.${name} of ${value}`,
      apply: async (tx) => {
        await run(tx, `UPDATE ${table} SET ${name} = ${other} WHERE ${key} = $1`, [value]);
        return fault;
      },
    };
  };
  switch (random.below(9)) {
    case 0:
      return column('item', 'id', event.item_id, itemColumns, named);
    case 1:
      return column('system_event', 'sequence', 1 + random.below(3), systemColumns, /系统记录第 \d 条/);
    case 2:
      return column('audit_anchor', 'day', random.of(['2014-09-27', '2014-09-28']), anchorColumns, /的锚点|锚点文件/);
    case 3:
      return {
        name: `event ${event.id} deleted`,
        apply: async (tx) => {
          await run(tx, 'DELETE FROM item_event WHERE id = $1', [event.id]);
          return named;
        },
      };
    case 4: {
      const other = (event.sequence % event.newest) + 1;
      return {
        name: `events ${event.sequence} and ${other} of ${event.number} swapped`,
        apply: async (tx) => {
          await tx.query('UPDATE item_event SET sequence = -sequence WHERE item_id = $1 AND sequence IN ($2, $3)', [
            event.item_id,
            event.sequence,
            other,
          ]);
          await tx.query('UPDATE item_event SET sequence = $2::int + $3::int + sequence WHERE item_id = $1 AND sequence < 0', [
            event.item_id,
            event.sequence,
            other,
          ]);
          return named;
        },
      };
    }
    case 5:
      return {
        name: `event forged after ${event.number}`,
        apply: async (tx) => {
          await run(
            tx,
            `INSERT INTO item_event (item_id, sequence, action, from_state, to_state, actor_title, at, payload, previous_hash, hash)
             SELECT item_id, sequence + 1, 'IMPORT_FACTS', to_state, to_state, '无名', now(), '{}', hash, md5(hash) || md5(payload)
             FROM item_event WHERE item_id = $1 ORDER BY sequence DESC LIMIT 1`,
            [event.item_id],
          );
          return named;
        },
      };
    case 6: {
      const day = random.of(['2014-09-27', '2014-09-28']);
      return {
        name: `anchor ${day} deleted`,
        apply: async (tx) => {
          await run(tx, 'DELETE FROM audit_anchor WHERE day = $1', [day]);
          return /锚点/;
        },
      };
    }
    default:
      return column('item_event', 'id', event.id, eventColumns, named);
  }
}

describe('1,000 random tamperings by the owner, triggers off', () => {
  it('are all found and named', { timeout: 300_000 }, async () => {
    const events = await rows(
      eventRow,
      sql`SELECT e.id, e.item_id, i.number, e.sequence, i.last_sequence AS newest FROM item_event e JOIN item i ON i.id = e.item_id ORDER BY e.id`,
    );
    const tx = await pool.connect();
    await tx.query('BEGIN');
    try {
      await tx.query('SET LOCAL ROLE NONE');
      for (const table of ['item_event', 'system_event', 'audit_anchor']) await tx.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      for (let seed = 1; seed <= 1000; seed += 1) {
        const { name, apply } = tamperingOf(seed * 7919, events);
        await tx.query('SAVEPOINT whole');
        const fault = await apply(tx);
        const result = await verifyIn(tx, { file });
        expect({ name, isIntact: result.isIntact }).toEqual({ name, isIntact: false });
        expect(result.fault, name).toMatch(fault);
        await tx.query('ROLLBACK TO SAVEPOINT whole');
      }
      expect((await verifyIn(tx, { file })).isIntact).toBe(true);
    } finally {
      await tx.query('ROLLBACK');
      // The connection is no longer the application's: away with it.
      tx.release(true);
    }
  });
});

describe('what only the anchors know', () => {
  it('an item cut off behind a seal with its row set back to match is found by that day’s anchor', async () => {
    await tampered(async (tx) => {
      // What someone with the database, but without the key, can do: drop the newest events and put the row back.
      await tx.query('DELETE FROM item_event WHERE item_id = $1 AND sequence >= 3', [items[0]]);
      await tx.query(
        `UPDATE item i SET last_sequence = 2, version = 2, last_hash = e.hash, state = e.to_state
         FROM item_event e WHERE e.item_id = i.id AND e.sequence = 2 AND i.id = $1`,
        [items[0]],
      );
      const { parts, fault } = await verifyIn(tx, { file });
      expect(parts[0]).toMatchObject({ part: 'ITEMS', fault: null });
      expect(fault).toBe('2014-09-28 的锚点：封存时有事项记录 18 条，现有 17 条。');
    });
  });

  it('the newest anchor taken out of the database is found by the file', async () => {
    await tampered(async (tx) => {
      await tx.query("DELETE FROM audit_anchor WHERE day = '2014-09-28'");
      expect((await verifyIn(tx, { file })).fault).toBe('锚点文件第 2 行（2014-09-28）：数据库中没有这一日的锚点。');
    });
  });

  it('a changed or missing line of the file is found', async () => {
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.replace('items=6', 'items=5'));
    expect((await verifyAudit()).fault).toBe('锚点文件第 1 行：与数据库中 2014-09-27 的锚点不一致。');
    await writeFile(file, `${whole.split('\n')[0]}\n`);
    expect((await verifyAudit()).fault).toBe('锚点文件：缺少 2014-09-28 的锚点。');
    await writeFile(file, whole);
    expect((await verifyAudit()).isIntact).toBe(true);
  });
});

/** Work as the owner with the triggers off, undone at the end. */
async function tampered(work: (tx: pg.PoolClient) => Promise<void>): Promise<void> {
  const tx = await pool.connect();
  await tx.query('BEGIN');
  try {
    await tx.query('SET LOCAL ROLE NONE');
    for (const table of ['item_event', 'audit_anchor']) await tx.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await work(tx);
  } finally {
    await tx.query('ROLLBACK');
    tx.release(true);
  }
}

describe('a seal', () => {
  it('heals a last line that a crash prevented or cut off, and changes none', async () => {
    const whole = await readFile(file, 'utf8');
    const [first, second] = whole.split('\n');
    await writeFile(file, `${first}\n`);
    await sealDay('2014-09-28');
    expect(await readFile(file, 'utf8')).toBe(whole);
    await writeFile(file, `${first}\n${second!.slice(0, 40)}`);
    await sealDay('2014-09-28');
    expect(await readFile(file, 'utf8')).toBe(`${first}\n${second!.slice(0, 40)}\n${second}\n`);
    expect(await readAnchorLines(file)).toEqual([first, second]);
    expect((await verifyAudit()).isIntact).toBe(true);
    await writeFile(file, whole);
  });

  it('waits for an act under way, whose events it then holds', async () => {
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const acting = transaction(async (tx) => {
      const change = { action: 'IMPORT_FACTS', itemId: items[5]!, version: 4, facts: { title: '缓' }, payload: { title: '缓' } } as const;
      await changeItems(tx, actor, [change]);
      await held;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const sealing = sealYesterday();
    await new Promise((resolve) => setTimeout(resolve, 300));
    finish();
    await acting;
    expect(await sealing).toMatchObject({ day: '2014-09-29', itemEvents: 25, systemEvents: 3 });
    expect(clock.today()).toBe('2014-09-30');
    expect((await verifyAudit()).isIntact).toBe(true);
  });
});

describe('the audit administrator', () => {
  const auditor = viewerWith('AUDIT_ADMIN', 'zfb');
  const state = '{ auditVerification { startedBy endedAt isIntact failed checked parts { part count fault } } }';
  interface State {
    auditVerification: { startedBy: string; endedAt: string | null; isIntact: boolean | null; failed: boolean; parts: unknown[] };
  }

  it('sees the anchors, starts a verification and reads its result; nobody else may', async () => {
    const anchors = await ask(auditor, '{ auditAnchors(first: 2) { day itemEvents systemEvents } }');
    expect(anchors.data).toEqual({
      auditAnchors: [
        { day: '2014-09-29', itemEvents: 25, systemEvents: 3 },
        { day: '2014-09-28', itemEvents: 18, systemEvents: 2 },
      ],
    });
    expect((await ask(auditor, 'mutation { verifyAudit { startedBy } }')).data).toEqual({ verifyAudit: { startedBy: '测试岗位' } });
    await expect.poll(async () => (await ask<State>(auditor, state)).data?.auditVerification.endedAt ?? null).not.toBeNull();
    const { data } = await ask<State>(auditor, state);
    expect(data?.auditVerification).toMatchObject({ isIntact: true, failed: false, checked: 25 });
    expect(data?.auditVerification.parts).toHaveLength(4);
    for (const role of ['CITY_LEADER', 'SYSTEM_ADMIN'] as const) {
      const { errors } = await ask(viewerWith(role), 'mutation { verifyAudit { startedBy } }');
      expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
  });

  it('asks for a sensible number of anchors', async () => {
    const { errors } = await ask(auditor, '{ auditAnchors(first: 0) { day } }');
    expect(errors?.[0]?.message).toBe('锚点一次取 1 到 400 个。');
  });
});
