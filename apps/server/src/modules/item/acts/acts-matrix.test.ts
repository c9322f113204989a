import { type Actor, transitions } from '@duban/rules/item-transitions';
import { type ItemAction, type ItemState, itemStates } from '@duban/rules/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pool } from '../../../database.ts';
import { ask, openTestCity, viewerWith } from '../../../testing/test-city.ts';
import type { Viewer } from '../../session/viewer.ts';
import type { ActDefinition } from './act.ts';
import { actDefinitions } from './act-definitions.ts';
import { notByHand } from './open-acts.ts';
import { act, addHardProblem, fieldsOf, partOf } from './testing/acts.fixture.ts';

/**
 * Every role, in every state, tries every act through the API, and the answer is compared with the state table. Who is which actor is
 * written out here by hand: the item is a city-level hard problem led by 国土局, assisted by 财政局, in the charge of the vice mayor `vm`.
 */
interface Case {
  name: string;
  viewer: Viewer;
  item: readonly Actor[];
  lead: readonly Actor[];
  assist: readonly Actor[];
  /** Does not know of the item at all. */
  blind?: boolean;
}
const approver = ['EXTENSION_APPROVER'] as const;
const everywhere = (actors: readonly Actor[]) => ({ item: actors, lead: actors, assist: actors });
const nobody = everywhere([]);
const cases: Case[] = [
  { name: '市长', viewer: viewerWith('CITY_LEADER'), ...everywhere(['CITY_LEADER']) },
  {
    name: '主管副市长',
    viewer: { ...viewerWith('VICE_MAYOR'), overseenUnitIds: ['gtj', 'czj'] },
    ...everywhere(['VICE_MAYOR', 'VICE_MAYOR_IN_CHARGE', ...approver]),
  },
  { name: '其他副市长', viewer: { ...viewerWith('VICE_MAYOR'), overseenUnitIds: ['jyj'] }, ...everywhere(['VICE_MAYOR']) },
  { name: '督查室', viewer: viewerWith('SUPERVISION_OFFICE', 'dcs'), ...everywhere(['SUPERVISION_OFFICE', ...approver]) },
  { name: '监察局', viewer: viewerWith('INSPECTION', 'jcj'), ...nobody },
  {
    name: '牵头单位负责人',
    viewer: viewerWith('UNIT_HEAD', 'gtj'),
    item: ['LEAD_UNIT_HEAD'],
    lead: ['PART_UNIT_HEAD'],
    assist: ['LEAD_UNIT_HEAD'],
  },
  { name: '牵头单位联络员', viewer: viewerWith('UNIT_CLERK', 'gtj'), item: [], lead: ['PART_UNIT_CLERK'], assist: [] },
  { name: '配合单位负责人', viewer: viewerWith('UNIT_HEAD', 'czj'), item: [], lead: [], assist: ['PART_UNIT_HEAD'] },
  { name: '配合单位联络员', viewer: viewerWith('UNIT_CLERK', 'czj'), item: [], lead: [], assist: ['PART_UNIT_CLERK'] },
  { name: '其他单位负责人', viewer: viewerWith('UNIT_HEAD', 'jyj'), ...nobody, blind: true },
  { name: '服务中心', viewer: viewerWith('SERVICE_CENTRE', 'xzfw'), ...nobody, blind: true },
  { name: '系统管理员', viewer: viewerWith('SYSTEM_ADMIN', 'zfb'), ...nobody, blind: true },
  { name: '安全管理员', viewer: viewerWith('SECURITY_ADMIN', 'zfb'), ...nobody, blind: true },
  { name: '审计员', viewer: viewerWith('AUDIT_ADMIN', 'zfb'), ...nobody, blind: true },
];

/** What the act needs to find beside the state. */
const reportOpen: ReadonlySet<ItemAction> = new Set(['SIGN_OFF_REPORT', 'RETURN_FOR_REWORK', 'ACCEPT']);
const extensionAsked: ReadonlySet<ItemAction> = new Set(['GRANT_EXTENSION', 'REFUSE_EXTENSION']);

let close: () => Promise<void>;
let targetId: string;
beforeAll(async () => {
  close = await openTestCity();
  targetId = await addHardProblem();
});
afterAll(() => close());

type Subject = 'item' | 'lead' | 'assist';

/** The row of the table by which the act goes through, if it does. */
function rowFor(definition: ActDefinition, state: ItemState, actors: readonly Actor[]) {
  return transitions.find(
    ({ action, subject, from, who }) =>
      action === definition.action &&
      (definition.from ?? from).includes(state) &&
      subject === definition.subject &&
      from.includes(state) &&
      who.some((actor) => actors.includes(actor)),
  );
}

/** Parts after closing are closed, whatever the item has become. */
const partStateOf = (state: ItemState): ItemState => (state === 'CALL_BACK' || state === 'WRITTEN_OFF' ? 'CLOSED' : state);

async function prepare(state: ItemState): Promise<string> {
  return addHardProblem({
    state,
    ...(['CLOSED', 'CALL_BACK', 'WRITTEN_OFF'].includes(state) ? { closedOn: '2014-09-10' } : {}),
    ...(state === 'WRITTEN_OFF' ? { writtenOffOn: '2014-09-20' } : {}),
  });
}

async function equip(itemId: string, partId: string, action: ItemAction): Promise<void> {
  if (extensionAsked.has(action))
    await pool.query(`UPDATE item_unit SET extension_asked_to = '2015-01-15', extension_reason = '雨季' WHERE id = $1`, [partId]);
  if (reportOpen.has(action))
    await pool.query(
      `INSERT INTO part_report (id, item_id, part_id, round, text, reported_at, reported_by, signed_off_by)
       VALUES (gen_random_uuid(), $1, $2, 1, '已办', now(), '联络员', '{}')`,
      [itemId, partId],
    );
}

const unitOf = { lead: 'gtj', assist: 'czj' } as const;

describe.each(cases)('$name', ({ viewer, blind, ...actorsOf }) => {
  it.each(itemStates)('from %s', async (state) => {
    const shared = await prepare(state);
    // A refusal leaves the item as it is, so these are asked for side by side.
    const refused: (() => Promise<void>)[] = [];
    for (const definition of actDefinitions) {
      const subjects: Subject[] = definition.subject === 'ITEM' ? ['item'] : ['lead', 'assist'];
      for (const subject of subjects) {
        const stateOfSubject = subject === 'item' ? state : partStateOf(state);
        const row = rowFor(definition, stateOfSubject, actorsOf[subject]);
        const attempt = async (): Promise<void> => {
          const itemId = row ? await prepare(state) : shared;
          const partId = subject === 'item' ? undefined : (await partOf(itemId, unitOf[subject])).id;
          if (row && partId) await equip(itemId, partId, definition.action);
          const target = definition.action === 'MERGE' ? { targetId } : {};
          const answer = await act(viewer, definition.mutation, itemId, {
            ...fieldsOf(definition),
            ...target,
            ...(partId ? { partId } : {}),
          });
          const tried = `${definition.mutation} on ${subject}`;
          if (blind) expect([tried, answer.__typename]).toEqual([tried, 'NotFoundError']);
          else if (!row) expect([tried, answer.__typename]).toEqual([tried, 'ActRefusedError']);
          else {
            expect([tried, answer]).toMatchObject([tried, { __typename: 'ItemActed' }]);
            const expected = row.to === 'SAME' ? stateOfSubject : row.to;
            const after = subject === 'item' ? answer.item!.standing.state : await stateAfter(itemId, unitOf[subject], definition.action);
            expect([tried, after]).toEqual([tried, expected]);
          }
        };
        if (row) await attempt();
        else refused.push(attempt);
      }
    }
    await Promise.all(refused.map((attempt) => attempt()));
  });

  it('is told by viewerActs exactly what it may', async () => {
    const source = `query Acts($id: ID!) { node: item(id: $id) { viewerActs parts { duty viewerActs } } }`;
    for (const state of itemStates) {
      const itemId = await prepare(state);
      for (const unitId of ['gtj', 'czj']) {
        const part = await partOf(itemId, unitId);
        await equip(itemId, part.id, 'ACCEPT');
      }
      const answer = await ask<{
        node: { viewerActs: ItemAction[]; parts: { duty: 'LEAD' | 'ASSIST'; viewerActs: ItemAction[] }[] } | null;
      }>(viewer, source, { id: itemId });
      expect(answer.errors).toBeUndefined();
      const { node } = answer.data!;
      if (blind) {
        expect(node).toBeNull();
        continue;
      }
      const told = (subject: Subject, given: readonly ItemAction[]) => {
        const stateOfSubject = subject === 'item' ? state : partStateOf(state);
        const wanted = transitions.filter(
          (row) =>
            row.subject === (subject === 'item' ? 'ITEM' : 'PART') &&
            row.from.includes(stateOfSubject) &&
            row.who.some((actor) => actorsOf[subject].includes(actor)) &&
            !notByHand.has(row.action) &&
            // No extension is asked for, and the open report is not signed off.
            !extensionAsked.has(row.action) &&
            row.action !== 'TAKE_INTO_REVIEW',
        );
        expect([state, subject, [...given].sort()]).toEqual([state, subject, wanted.map(({ action }) => action).sort()]);
      };
      told('item', node!.viewerActs);
      for (const { duty, viewerActs } of node!.parts) told(duty === 'LEAD' ? 'lead' : 'assist', viewerActs);
    }
  });
});

/** The state of the part after: that of its successor where the duty went over. */
async function stateAfter(itemId: string, unitId: string, action: ItemAction): Promise<string> {
  const isHandedOver = action === 'ASSIGN' || action === 'FORCE_ASSIGN';
  return (await partOf(itemId, isHandedOver ? 'fgw' : unitId)).state;
}
