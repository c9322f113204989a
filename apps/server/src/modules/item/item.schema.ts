import { categoryDictionary, type ItemKind } from '@duban/rules/vocabulary';
import { clock } from '../../clock.ts';
import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import * as enums from '../../graphql/enums.ts';
import { TermType } from '../campaign/campaign.schema.ts';
import { openActs } from './acts/open-acts.ts';
import { actsViewOf } from './item-part.schema.ts';
import { ItemStandingType } from './standing.schema.ts';
import { asOfDay } from './standing.ts';

/** The GraphQL type of each register's items. */
const typeNames: Record<ItemKind, string> = {
  STYLE_PROBLEM: 'StyleProblemItem',
  SERVICE_PROJECT: 'ServiceProjectItem',
  HARD_PROBLEM: 'HardProblemItem',
  LIVELIHOOD_WORK: 'LivelihoodWorkItem',
  COMPLAINT: 'ComplaintItem',
  SUPERVISION_TASK: 'SupervisionTaskItem',
  PUBLIC_PROBLEM: 'PublicProblemItem',
  RECTIFICATION_PROBLEM: 'RectificationProblemItem',
};

export const ItemInterface = builder.prismaInterface('Item', {
  description: 'A supervised matter of any register.',
  resolveType: ({ kind }) => typeNames[kind],
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    kind: t.expose('kind', { type: enums.ItemKindType }),
    title: t.exposeString('title'),
    clause: t.relation('clause', { nullable: true }),
    category: t.field({
      type: TermType,
      nullable: true,
      select: { kind: true, category: true },
      description: 'Main category, from the dictionary of its register.',
      resolve: ({ kind, category }, _args, { loaders }) => (category ? loaders.term.load(`${categoryDictionary[kind]}/${category}`) : null),
    }),
    level: t.expose('level', { type: enums.LevelType, nullable: true }),
    leadUnit: t.relation('leadUnit'),
    county: t.relation('county', { nullable: true }),
    dutyPost: t.relation('dutyPost', { nullable: true }),
    dutyLeader: t.exposeString('dutyLeader', { nullable: true }),
    dutyPerson: t.exposeString('dutyPerson', { nullable: true }),
    source: t.exposeString('source', { nullable: true }),
    foundOn: t.expose('foundOn', { type: 'Day' }),
    assignedOn: t.expose('assignedOn', { type: 'Day' }),
    closedOn: t.expose('closedOn', { type: 'Day', nullable: true }),
    writtenOffOn: t.expose('writtenOffOn', { type: 'Day', nullable: true }),
    isClosedOnTime: t.exposeBoolean('closedOnTime', { nullable: true }),
    isDemo: t.exposeBoolean('demo'),
    version: t.exposeInt('version', { description: 'Send it back with a change; an older one is refused.' }),
    viewerActs: t.field({
      type: [enums.ItemActionType],
      select: {
        kind: true,
        state: true,
        dueOn: true,
        leadUnitId: true,
        dutyPostId: true,
        complaints: { select: { answeredOn: true } },
        publicProblem: { select: { answeredOn: true } },
      },
      description: 'What the viewer may do now with the whole matter; acts on a unit’s part stand at the part.',
      resolve: async (item, _args, { viewer, loaders }) =>
        viewer ? openActs(viewer, actsViewOf(item), null, await loaders.actSettings(), clock.today()) : [],
    }),
    standing: t.field({
      type: ItemStandingType,
      nullable: true,
      select: { id: true },
      description: 'How it stood at the end of the day, by default business today. Null where it did not exist yet.',
      args: { asOf: t.arg({ type: 'Day' }) },
      resolve: ({ id }, { asOf }, { loaders }) => loaders.standing(asOfDay(asOf)).load(id),
    }),
    parts: t.relation('parts', {
      description: 'The units that owe it, the lead first.',
      query: { where: { supersededById: null }, orderBy: [{ duty: 'asc' }, { unitId: 'asc' }] },
    }),
    steps: t.relation('steps', { description: 'Progress sheet or nodes, in order.', query: { orderBy: { position: 'asc' } } }),
    events: t.relation('events', {
      description: 'The story, the newest first.',
      args: { first: t.arg.int({ defaultValue: 50 }) },
      query: ({ first }) => ({ orderBy: { sequence: 'desc' }, take: Math.min(Math.max(first ?? 50, 1), 200) }),
    }),
    spans: t.relation('spans', {
      description: 'What the item was from when to when, the oldest first.',
      query: { where: { unitId: null }, orderBy: { fromAt: 'asc' }, take: 200 },
    }),
    figures: t.relation('figures', {
      description: 'Monthly figures in force.',
      query: { where: { supersededAt: null }, orderBy: [{ series: 'asc' }, { periodOn: 'asc' }, { id: 'asc' }] },
    }),
  }),
});

builder.prismaObject('ItemStep', {
  fields: (t) => ({
    id: t.exposeID('id'),
    position: t.exposeInt('position'),
    title: t.exposeString('title'),
    measure: t.exposeString('measure', { nullable: true }),
    unit: t.relation('unit', { nullable: true }),
    unitText: t.exposeString('unitText', { nullable: true }),
    person: t.exposeString('person', { nullable: true }),
    weight: t.exposeInt('weight'),
    plannedFrom: t.expose('plannedFrom', { type: 'Day', nullable: true }),
    plannedOn: t.expose('plannedOn', { type: 'Day' }),
    startedOn: t.expose('startedOn', { type: 'Day', nullable: true }),
    actualOn: t.expose('actualOn', { type: 'Day', nullable: true }),
    obstacle: t.exposeString('obstacle', { nullable: true }),
    decisionNeeded: t.exposeString('decisionNeeded', { nullable: true }),
  }),
});

builder.prismaObject('ItemEvent', {
  fields: (t) => ({
    id: t.id({ select: { id: true }, resolve: ({ id }) => String(id) }),
    sequence: t.exposeInt('sequence'),
    action: t.expose('action', { type: enums.ItemActionType }),
    fromState: t.expose('fromState', { type: enums.ItemStateType, nullable: true }),
    toState: t.expose('toState', { type: enums.ItemStateType }),
    actorTitle: t.exposeString('actorTitle', { description: 'Post of the actor as it stood.' }),
    onBehalfOf: t.exposeString('onBehalfOf', { nullable: true, description: 'Post for which it was entered (代录).' }),
    at: t.expose('at', { type: 'Instant', description: 'Business time.' }),
    recordedAt: t.expose('recordedAt', { type: 'Instant', description: 'Real time.' }),
    payload: t.exposeString('payload', { description: 'What changed, JSON text.' }),
    hash: t.exposeString('hash'),
  }),
});

builder.prismaObject('ItemSpan', {
  fields: (t) => ({
    id: t.id({ select: { id: true }, resolve: ({ id }) => String(id) }),
    from: t.expose('fromAt', { type: 'Instant' }),
    to: t.expose('toAt', { type: 'Instant', description: '9999-12-31 = still.' }),
    state: t.expose('state', { type: enums.ItemStateType }),
    progressPercent: t.float({
      nullable: true,
      select: { progressPercent: true },
      resolve: ({ progressPercent }) => progressPercent?.toNumber() ?? null,
    }),
    dueOn: t.expose('dueOn', { type: 'Day' }),
    yellowOn: t.expose('yellowOn', { type: 'Day' }),
    redOn: t.expose('redOn', { type: 'Day' }),
  }),
});

const FigureSeriesType = builder.enumType('FigureSeries', {
  values: ['PLAN', 'ACTUAL', 'FUNDS_PLANNED', 'FUNDS_ARRIVED', 'FUNDS_PAID', 'INVESTMENT_PLANNED', 'INVESTMENT_ACTUAL'] as const,
  description: "Cumulative monthly series, in the work's unit or in 万元.",
});

builder.prismaObject('PeriodFigure', {
  fields: (t) => ({
    id: t.id({ select: { id: true }, resolve: ({ id }) => String(id) }),
    series: t.expose('series', { type: FigureSeriesType }),
    countyId: t.exposeString('countyId', { nullable: true }),
    periodOn: t.expose('periodOn', { type: 'Day', description: 'Last day of the month.' }),
    value: t.float({ select: { value: true }, resolve: ({ value }) => value.toNumber() }),
    knownOn: t.expose('knownOn', { type: 'Day' }),
  }),
});

builder.prismaObject('Clause', {
  fields: (t) => ({
    number: t.exposeID('number'),
    title: t.exposeString('title'),
    titleEn: t.exposeString('titleEn'),
    parentNumber: t.exposeString('parentNumber', { nullable: true }),
    position: t.exposeInt('position'),
    kinds: t.expose('kinds', { type: [enums.ItemKindType], description: 'The ledgers that feed it.' }),
    units: t.relation('units'),
  }),
});

builder.prismaObject('ClauseUnit', {
  fields: (t) => ({ unit: t.relation('unit'), duty: t.expose('duty', { type: enums.DutyKindType }) }),
});

/** One item that is known to be there. */
export function oneItem(query: object, id: string) {
  return db.item.findUniqueOrThrow({ ...query, where: { id } });
}

/** Hydrates items in the order of the ids. */
export async function itemsInOrder(query: object, ids: readonly string[]) {
  const found = await db.item.findMany({ ...query, where: { id: { in: [...ids] } } });
  const byId = new Map(found.map((item) => [item.id, item]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
