import { addDays, laterOf, workingDaysBetween } from '@duban/rules/calendar';
import { itemState, phaseOf, transitionOf } from '@duban/rules/item-states';
import { isUnlit } from '@duban/rules/lights';
import { dutyKinds, type ItemAction, type ItemState, itemActions, itemStates, type Light, lights } from '@duban/rules/vocabulary';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { calendar, loadClock } from '../../../clock.ts';
import { rows, sql } from '../../../database.ts';
import { ask, openTestCity, testToday } from '../../../testing/test-city.ts';
import type { Viewer } from '../../session/viewer.ts';
import { genesis } from '../event-chain.ts';
import type { ActDefinition } from './act.ts';
import { actDefinitions } from './act-definitions.ts';
import { act, addHardProblem, fieldsOf, person } from './testing/acts.fixture.ts';

/**
 * A year of random acts by random people on a few matters; then every day is asked for as it was, and compared with a replay of the events
 * alone, by a plain reading of the rules that shares nothing with the write path.
 */
let close: () => Promise<void>;
let people: Viewer[];
beforeAll(async () => {
  close = await openTestCity();
  people = [
    await person('CITY_LEADER'),
    await person('VICE_MAYOR', '411700', { overseenUnitIds: ['gtj', 'czj', 'ghj', 'fgw'] }),
    await person('SUPERVISION_OFFICE', 'dcs'),
    ...(await Promise.all(['gtj', 'czj', 'ghj', 'fgw'].flatMap((unitId) => [person('UNIT_HEAD', unitId), person('UNIT_CLERK', unitId)]))),
  ];
}, 60_000);
afterAll(async () => {
  await loadClock(testToday);
  await close();
});

const eventRow = z.object({
  sequence: z.number(),
  action: z.enum(itemActions),
  from_state: z.enum(itemStates).nullable(),
  to_state: z.enum(itemStates),
  part_id: z.string().nullable(),
  day: z.string(),
  payload: z.string(),
  previous_hash: z.string(),
  hash: z.string(),
});
const partRow = z.object({
  id: z.string(),
  unit_id: z.string(),
  duty: z.enum(dutyKinds),
  superseded_by_id: z.string().nullable(),
});

interface OpenPart {
  id: string;
  duty: 'LEAD' | 'ASSIST';
  viewerActs: ItemAction[];
}

async function openTo(viewer: Viewer, itemId: string) {
  const answer = await ask<{ item: { version: number; viewerActs: ItemAction[]; parts: OpenPart[] } | null }>(
    viewer,
    'query Open($id: ID!) { item(id: $id) { version viewerActs parts { id duty viewerActs } } }',
    { id: itemId },
  );
  return answer.data!.item;
}

/** One random act that the API says is open to a random person; answers whether one was done. */
async function actAtRandom(draw: (n: number) => number, itemIds: readonly string[], today: string): Promise<boolean> {
  const viewer = people[draw(people.length)]!;
  const itemId = itemIds[draw(itemIds.length)]!;
  const open = await openTo(viewer, itemId);
  if (!open) return false;
  const choices: { definition: ActDefinition; partId?: string }[] = actDefinitions.flatMap((definition) => {
    // Merging would end every life soon.
    if (definition.action === 'MERGE' && draw(20) > 0) return [];
    if (definition.subject === 'ITEM') return open.viewerActs.includes(definition.action) ? [{ definition }] : [];
    return open.parts.filter(({ viewerActs }) => viewerActs.includes(definition.action)).map(({ id }) => ({ definition, partId: id }));
  });
  const choice = choices[draw(choices.length || 1)];
  if (!choice) return false;
  const { definition, partId } = choice;
  const units = ['gtj', 'czj', 'ghj', 'fgw'];
  const fields = {
    ...fieldsOf(definition),
    ...(definition.fields.includes('dueOn') ? { dueOn: addDays(today, 3 + draw(90)) } : {}),
    ...(definition.fields.includes('unitId') ? { unitId: units[draw(units.length)]! } : {}),
    ...(definition.fields.includes('leadUnitId') ? { leadUnitId: units[draw(2)]!, assistUnitIds: draw(2) ? [units[2]!] : [] } : {}),
    ...(definition.fields.includes('targetId') ? { targetId: itemIds[draw(itemIds.length)]! } : {}),
    ...(definition.fields.includes('light') ? { light: lights[draw(4)]! } : {}),
  };
  const answer = await act(viewer, definition.mutation, itemId, { ...fields, ...(partId ? { partId } : {}) });
  // Open by role and state, an act may still be refused for what it brought (a limit not later, a unit already charged).
  expect(['ItemActed', 'InputError', 'ActRefusedError']).toContain(answer.__typename);
  return answer.__typename === 'ItemActed';
}

interface Known {
  state: ItemState;
  assignedOn: string;
  dueOn: string;
  override: Light | null;
}

/** The light by a plain reading of the rules, for a matter without steps: time alone. */
function plainLight({ state, assignedOn, dueOn, override }: Known, day: string): Light | null {
  if (isUnlit(state)) return null;
  if (override) return override;
  if (state === 'SUSPENDED') return 'GREEN';
  if (day > dueOn) return 'RED';
  const allotted = Math.max(0, workingDaysBetween(calendar, assignedOn, dueOn));
  return workingDaysBetween(calendar, assignedOn, day) >= Math.ceil(0.7 * allotted) ? 'YELLOW' : 'GREEN';
}

it('a year of random acts: legal states, exact spans, whole chains, and every past day as the events tell it', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
      let state = seed >>> 0;
      const draw = (n: number) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.floor((state / 2 ** 32) * n);
      };
      const begin = '2014-09-30';
      await loadClock(begin);
      const itemIds: string[] = [];
      for (let n = 0; n < 4; n += 1)
        itemIds.push(
          await addHardProblem({
            state: n % 2 ? 'DRAFT' : 'ASSIGNED',
            foundOn: begin,
            assignedOn: begin,
            dueOn: '2014-12-31',
            assisting: n < 2 ? ['czj'] : [],
          }),
        );
      let today = begin;
      let done = 0;
      while (today < '2015-09-20') {
        if (await actAtRandom(draw, itemIds, today)) done += 1;
        if (draw(3) === 0) {
          today = addDays(today, 1 + draw(6));
          await loadClock(today);
        }
      }
      expect(done).toBeGreaterThan(30);
      for (const itemId of itemIds) await compare(itemId, begin, today);
    }),
    { numRuns: 3 },
  );
});

async function compare(itemId: string, begin: string, end: string): Promise<void> {
  const events = await rows(
    eventRow,
    sql`SELECT sequence, action, from_state, to_state, part_id, (at AT TIME ZONE 'Asia/Shanghai')::date AS day, payload, previous_hash, hash
        FROM item_event WHERE item_id = ${itemId}::uuid ORDER BY sequence`,
  );
  // The chain has no gap, and each act is a row of the table.
  let hash = genesis;
  for (const [index, event] of events.entries()) {
    expect([event.sequence, event.previous_hash]).toEqual([index + 1, hash]);
    hash = event.hash;
    if (index > 0) expect(event.from_state).toBe(events[index - 1]!.to_state);
  }
  // Spans of the item and of each unit follow each other without gap or overlap, to the end of time or to where the part went.
  const gaps = await rows(
    z.object({ unit_id: z.string().nullable() }),
    sql`SELECT unit_id FROM (SELECT unit_id, to_at, lead(from_at) OVER (PARTITION BY unit_id ORDER BY from_at) AS next
          FROM item_span WHERE item_id = ${itemId}::uuid) s WHERE unit_id IS NULL AND coalesce(next, '9999-12-31T00:00Z') <> to_at`,
  );
  expect(gaps).toEqual([]);

  const parts = await rows(partRow, sql`SELECT id, unit_id, duty, superseded_by_id FROM item_unit WHERE item_id = ${itemId}::uuid`);
  const days = new Set([begin, end]);
  for (const { day } of events) {
    days.add(day);
    days.add(addDays(day, 1));
  }
  for (let day = begin; day < end; day = addDays(day, 11)) days.add(day);
  for (const day of days) {
    const known = replay(events, parts, begin, day);
    const [told] = await rows(
      z.object({ state: z.enum(itemStates), due_on: z.string(), light: z.enum(lights).nullable() }),
      sql`SELECT state, due_on, light FROM item_as_of(${day}::date) WHERE item_id = ${itemId}::uuid`,
    );
    if (known.state === 'MERGED') expect(told).toBeUndefined();
    else expect([day, told]).toEqual([day, { state: known.state, due_on: known.dueOn, light: plainLight(known, day) }]);
  }
}

/** What the events up to the end of a day say of the item: part by part through the state table, from the acts' own words. */
function replay(events: readonly z.infer<typeof eventRow>[], parts: readonly z.infer<typeof partRow>[], begin: string, day: string): Known {
  const partStates = new Map<string, { state: ItemState; duty: 'LEAD' | 'ASSIST'; dueOn: string; suspendedOn: string | null }>();
  let known: Known = { state: 'DRAFT', assignedOn: begin, dueOn: '2014-12-31', override: null };
  for (const event of events) {
    if (event.day > day) break;
    const payload = JSON.parse(event.payload) as { dueOn?: string; light?: Light; duty?: 'LEAD' | 'ASSIST' };
    const isLead = payload.duty === 'LEAD';
    const from = event.part_id ? partAt(event.part_id).state : event.from_state;
    const row = event.sequence === 1 ? null : transitionOf(from, event.action);
    if (event.sequence > 1) expect([event.sequence, event.action, row !== null]).toEqual([event.sequence, event.action, true]);
    if (event.action === 'OVERRIDE_LIGHT') known = { ...known, override: payload.light ?? null };
    if (event.action === 'REPORT' && isLead) known = { ...known, override: null };
    if (['APPROVE', 'ASSIGN', 'REOPEN'].includes(event.action) && !event.part_id) {
      known = { ...known, assignedOn: event.day };
      // Every part begins anew.
      partStates.clear();
    }
    const movesDue = event.part_id ? isLead && event.action !== 'REQUEST_EXTENSION' : event.sequence > 1;
    if (movesDue && payload.dueOn) known = { ...known, dueOn: payload.dueOn };
    if (event.action === 'SUSPEND' && event.part_id) partStates.set(event.part_id, { ...partAt(event.part_id), suspendedOn: event.day });
    if (event.action === 'RESUME' && event.part_id && isLead) {
      const since = partStates.get(event.part_id)?.suspendedOn ?? event.day;
      known = { ...known, dueOn: shifted(known.dueOn, since, event.day) };
    }
    if (event.part_id && row && row.to !== 'SAME') partStates.set(event.part_id, { ...partAt(event.part_id), state: row.to });
    known = { ...known, state: event.to_state };
    // Closed only when every part that is left has passed.
    if (event.action === 'ACCEPT' && event.to_state === 'CLOSED' && event === events.at(-1)) {
      const left = parts.filter(({ superseded_by_id }) => superseded_by_id === null);
      expect(
        itemState(
          phaseOf('CLOSED'),
          left.map(({ id, duty }) => ({ state: partStates.get(id)?.state ?? 'CLOSED', duty, superseded: false })),
        ),
      ).toBe('CLOSED');
    }
  }
  return known;

  function partAt(id: string) {
    const duty = parts.find((part) => part.id === id)?.duty ?? 'LEAD';
    return partStates.get(id) ?? { state: 'ASSIGNED' as ItemState, duty, dueOn: known.dueOn, suspendedOn: null };
  }
}

/** A limit moved on by the working days of a suspension. */
function shifted(dueOn: string, since: string, until: string): string {
  let left = workingDaysBetween(calendar, since, until);
  let day = dueOn;
  while (left > 0) {
    day = addDays(day, 1);
    if (workingDaysBetween(calendar, addDays(day, -1), day) > 0) left -= 1;
  }
  return laterOf(day, dueOn);
}
