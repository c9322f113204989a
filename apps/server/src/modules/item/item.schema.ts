import { categoryDictionary, type ItemKind, type ItemState } from '@duban/rules/vocabulary';
import { clock } from '../../clock.ts';
import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import * as enums from '../../graphql/enums.ts';
import { TermType } from '../campaign/campaign.schema.ts';
import { type ItemForActs, openActs } from './acts/open-acts.ts';
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
      select: { kind: true, state: true, dueOn: true, leadUnitId: true, dutyPostId: true },
      description: 'What the viewer may do now with the whole matter; acts on a unit’s part stand at the part.',
      resolve: async (item, _args, { viewer, loaders }) =>
        viewer ? openActs(viewer, itemOf(item), null, await loaders.actSettings(), clock.today()) : [],
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
    attachments: t.relation('attachments', { query: { orderBy: { addedAt: 'desc' } } }),
  }),
});

builder.prismaObject('ItemUnit', {
  fields: (t) => ({
    id: t.exposeID('id'),
    unit: t.relation('unit'),
    duty: t.expose('duty', { type: enums.DutyKindType }),
    state: t.expose('state', { type: enums.ItemStateType }),
    assignedOn: t.expose('assignedOn', { type: 'Day' }),
    signedOn: t.expose('signedOn', { type: 'Day', nullable: true }),
    dueOn: t.expose('dueOn', { type: 'Day' }),
    closedOn: t.expose('closedOn', { type: 'Day', nullable: true }),
    signDueOn: t.expose('signDueOn', { type: 'Day', nullable: true, description: 'Last day for signing in.' }),
    returnsUsed: t.exposeInt('returnsUsed', { description: 'How often the duty was returned as not ours.' }),
    returnsAllowed: t.int({
      description: 'How often the pack lets a duty be returned.',
      resolve: async (_part, _args, { loaders }) => (await loaders.actSettings()).returnsAllowed,
    }),
    returnReason: t.exposeString('returnReason', { nullable: true }),
    isForced: t.exposeBoolean('isForced', { description: '指定承办: may not be returned.' }),
    extensionAskedTo: t.expose('extensionAskedTo', {
      type: 'Day',
      nullable: true,
      description: 'An extension asked for and not yet decided.',
    }),
    extensionReason: t.exposeString('extensionReason', { nullable: true }),
    suspendedOn: t.expose('suspendedOn', { type: 'Day', nullable: true }),
    reports: t.relation('reports', {
      description: 'What the unit reported, the newest first.',
      query: { orderBy: { reportedAt: 'desc' } },
    }),
    viewerActs: t.field({
      type: [enums.ItemActionType],
      select: {
        unitId: true,
        duty: true,
        state: true,
        dueOn: true,
        returnsUsed: true,
        isForced: true,
        extensionAskedTo: true,
        reports: { where: { verdict: null }, select: { signedOffBy: true } },
        item: { select: { kind: true, state: true, dueOn: true, leadUnitId: true, dutyPostId: true } },
      },
      description: 'What the viewer may do now with this part.',
      resolve: async (part, _args, { viewer, loaders }) => {
        if (!viewer) return [];
        const { unitId, duty, state, returnsUsed, isForced } = part;
        const view = {
          unitId,
          duty,
          state,
          returnsUsed,
          isForced,
          dueOn: dayText(part.dueOn),
          extensionAskedTo: part.extensionAskedTo && dayText(part.extensionAskedTo),
          signedOffBy: part.reports[0]?.signedOffBy ?? null,
        };
        return openActs(viewer, itemOf(part.item), view, await loaders.actSettings(), clock.today());
      },
    }),
  }),
});

const ReportVerdictType = builder.enumType('ReportVerdict', { values: ['ACCEPTED', 'RETURNED'] as const });

builder.prismaObject('PartReport', {
  description: 'What a unit reported of its part, and what became of it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    round: t.exposeInt('round'),
    text: t.exposeString('text'),
    evidence: t.exposeString('evidence', { nullable: true }),
    reportedAt: t.expose('reportedAt', { type: 'Instant' }),
    reportedBy: t.exposeString('reportedBy', { description: 'Post, as it stood.' }),
    signOffs: t.int({ select: { signedOffBy: true }, resolve: ({ signedOffBy }) => signedOffBy.length }),
    isSignedOff: t.boolean({
      select: { signedOffBy: true },
      description: 'The sign-off chain of the unit is complete.',
      resolve: async ({ signedOffBy }, _args, { loaders }) => signedOffBy.length >= (await loaders.actSettings()).signOffsNeeded,
    }),
    verdict: t.expose('verdict', { type: ReportVerdictType, nullable: true }),
    verdictNote: t.exposeString('verdictNote', { nullable: true }),
    verdictAt: t.expose('verdictAt', { type: 'Instant', nullable: true }),
    verdictBy: t.exposeString('verdictBy', { nullable: true }),
    attachments: t.relation('attachments', { query: { orderBy: { addedAt: 'asc' } } }),
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
    kind: t.expose('kind', { type: enums.ItemKindType, nullable: true }),
    units: t.relation('units'),
  }),
});

builder.prismaObject('ClauseUnit', {
  fields: (t) => ({ unit: t.relation('unit'), duty: t.expose('duty', { type: enums.DutyKindType }) }),
});

const dayText = (day: Date) => day.toISOString().slice(0, 10);

function itemOf(item: { kind: ItemKind; state: ItemState; dueOn: Date; leadUnitId: string; dutyPostId: string | null }): ItemForActs {
  return { ...item, dueOn: dayText(item.dueOn) };
}

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
