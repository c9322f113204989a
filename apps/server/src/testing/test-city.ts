import { randomUUID } from 'node:crypto';
import { createClient } from '@duban/db/client';
import { createPool } from '@duban/db/pool';
import { createTestDatabase } from '@duban/db/test-database';
import { readPack } from '@duban/pack/read-pack';
import { lifeOf } from '@duban/rules/timeline';
import type { DutyKind, ItemKind, Level, Role } from '@duban/rules/vocabulary';
import { type DocumentNode, type ExecutionResult, execute, parse, validate } from 'graphql';
import { calendar, clock, loadClock } from '../clock.ts';
import { connect, db, disconnect, transaction } from '../database.ts';
import { createLoaders } from '../graphql/loaders.ts';
import { loadKeys } from '../keys.ts';
import { loadPack } from '../modules/campaign/load-pack.ts';
import { changeItems } from '../modules/item/change-items.ts';
import type { Creation } from '../modules/item/item-change.ts';
import type { Viewer } from '../modules/session/viewer.ts';

/** The business day of every test city. */
export const testToday = '2014-09-30';

/** Opens a city of the test's own: a migrated database with the pack loaded, the clock at noon-ish of 2014-09-30. Answers how to close it. */
export async function openTestCity(): Promise<() => Promise<void>> {
  const database = await createTestDatabase({ key: 'zhumadian_2014', load: loadTestPack });
  loadKeys('', '00'.repeat(32));
  await connect(database.url);
  await loadClock(testToday);
  return async () => {
    await disconnect();
    await database.drop();
  };
}

async function loadTestPack(url: string): Promise<void> {
  const pool = await createPool(url);
  const client = createClient(pool);
  await loadPack(client, await readPack('zhumadian-2014'), { log: () => undefined });
  await client.$disconnect();
  await pool.end();
}

/** A viewer with the rights of a role, of the city or of a unit. */
export function viewerWith(role: Role, unitId = '411700'): Viewer {
  return {
    userId: '00000000-0000-4000-8000-000000000001',
    sessionId: '00000000-0000-4000-8000-000000000002',
    account: 'tester',
    displayName: '测试',
    postId: 'tester',
    postTitle: '测试岗位',
    role,
    unitId,
    unitIds: [unitId],
    overseenUnitIds: [],
    mustChangePassword: false,
  };
}

export interface TestItem {
  kind?: ItemKind;
  number?: string;
  title?: string;
  category?: string | null;
  level?: Level | null;
  leadUnitId: string;
  assisting?: string[];
  countyId?: string | null;
  dutyPostId?: string | null;
  foundOn?: string;
  assignedOn?: string;
  dueOn?: string;
  closedOn?: string | null;
  writtenOffOn?: string | null;
  state?: Creation['life'][number]['state'];
  /** Progress and the days on which it became known. */
  progress?: { on: string; percent: number }[];
}

let made = 0;
/** States in which the parts are done. */
const afterClosing: ReadonlySet<string> = new Set(['CALL_BACK', 'WRITTEN_OFF']);

/** Creates an item through the one write path; its state follows from its days unless given. Answers its id. */
export async function addItem(given: TestItem): Promise<string> {
  made += 1;
  const kind = given.kind ?? 'STYLE_PROBLEM';
  const assignedOn = given.assignedOn ?? '2014-06-03';
  const dueOn = given.dueOn ?? '2014-12-31';
  const closedOn = given.closedOn ?? null;
  const writtenOffOn = given.writtenOffOn ?? null;
  const state = given.state ?? (writtenOffOn ? 'WRITTEN_OFF' : closedOn ? 'CLOSED' : 'IN_PROGRESS');
  const told = {
    kind,
    foundOn: given.foundOn ?? assignedOn,
    assignedOn,
    closedOn,
    writtenOffOn,
    state,
    dueOn,
    thresholds: { timeYellowPercent: 70, planYellowPoints: 10, planRedPoints: 30 },
    progressPoints: (given.progress ?? []).map((point) => ({ ...point, reportedThrough: null })),
    asOf: clock.today(),
  };
  const life = lifeOf(calendar, told);
  const partLife = afterClosing.has(state) ? lifeOf(calendar, { ...told, writtenOffOn: null, state: 'CLOSED' }) : life;
  const part = (unitId: string, duty: DutyKind) => ({ unitId, duty, assignedOn, signedOn: assignedOn, closedOn, life: partLife });
  const creation: Creation = {
    action: 'CREATE',
    id: randomUUID(),
    kind,
    number: given.number ?? `测-2014-${String(made).padStart(4, '0')}`,
    facts: {
      title: given.title ?? `测试事项 ${made}`,
      clauseNumber: null,
      category: given.category ?? null,
      level: given.level ?? null,
      leadUnitId: given.leadUnitId,
      countyId: given.countyId ?? null,
      dutyPostId: given.dutyPostId ?? null,
      dutyLeader: null,
      dutyPerson: null,
      source: null,
      foundOn: given.foundOn ?? assignedOn,
      assignedOn,
      dueOn,
    },
    closedOn,
    writtenOffOn,
    demo: false,
    life,
    parts: [part(given.leadUnitId, 'LEAD'), ...(given.assisting ?? []).map((unitId) => part(unitId, 'ASSIST'))],
    payload: {},
  };
  await transaction((tx) => changeItems(tx, { userId: null, title: '测试岗位' }, [creation]));
  return creation.id;
}

/** Sources that were found sound: tests ask the same of many viewers. */
const sound = new Map<string, DocumentNode>();

/** Runs an operation as the viewer, as the API would. */
export async function ask<Data>(
  viewer: Viewer | null,
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<ExecutionResult<Data>> {
  const { schema } = await import('../graphql/schema.ts');
  const document = sound.get(source) ?? parse(source);
  const errors = sound.has(source) ? [] : validate(schema, document);
  if (errors.length > 0) return { errors };
  sound.set(source, document);
  return (await askDocument(viewer, document, variableValues)) as ExecutionResult<Data>;
}

/** The same of a document known to be sound. */
export async function askDocument(
  viewer: Viewer | null,
  document: DocumentNode,
  variableValues: Record<string, unknown> = {},
): Promise<ExecutionResult> {
  const { schema } = await import('../graphql/schema.ts');
  return execute({ schema, document, variableValues, contextValue: contextOf(viewer) });
}

function contextOf(viewer: Viewer | null) {
  return { viewer, address: '127.0.0.1', userAgent: 'test', loaders: createLoaders(), setSessionCookie: () => undefined };
}

export { db };
