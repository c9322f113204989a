import { itemKinds } from '@duban/rules/vocabulary';
import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import * as enums from '../../graphql/enums.ts';
import { limits } from '../../graphql/limits.ts';
import { badInput } from '../../graphql/errors.ts';
import { ItemFilterInput, ItemOrderType } from './item-filter.schema.ts';
import { countItems, type ItemPage, pageOfItems, visibleIds } from './item-list.ts';
import { asOfDay } from './standing.ts';
import { ItemStandingType } from './standing.schema.ts';

const typeNames = {
  STYLE_PROBLEM: 'StyleProblem',
  SERVICE_PROJECT: 'ServiceProject',
  HARD_PROBLEM: 'HardProblem',
  LIVELIHOOD_WORK: 'LivelihoodWork',
  COMPLAINT: 'ComplaintCase',
} as const;

export const ItemInterface = builder.prismaInterface('Item', {
  description: 'A supervised matter of any register.',
  resolveType: ({ kind }) => typeNames[kind],
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    kind: t.expose('kind', { type: enums.ItemKindType }),
    title: t.exposeString('title'),
    clause: t.relation('clause', { nullable: true }),
    category: t.exposeString('category', { nullable: true }),
    categoryTerm: t.field({
      type: TermType,
      nullable: true,
      select: { kind: true, category: true },
      description: 'Its main category, from the dictionary of its register.',
      resolve: ({ kind, category }, _args, context) => (category ? context.loaders.term.load(`${dictionaryOfKind[kind]}/${category}`) : null),
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
    closedOnTime: t.exposeBoolean('closedOnTime', { nullable: true, description: '按期/逾期, fixed at closing.' }),
    round: t.exposeInt('round'),
    isDemo: t.exposeBoolean('demo'),
    version: t.exposeInt('version'),
    standing: t.field({
      type: ItemStandingType,
      nullable: true,
      select: { id: true },
      description: 'How it stood at the end of the day, by default business today. Null where it was not known yet.',
      args: { asOf: t.arg({ type: 'Day' }) },
      resolve: ({ id }, { asOf }, context) => context.loaders.standing(asOfDay(asOf)).load(id),
    }),
    parts: t.relation('parts', { query: { where: { supersededById: null }, orderBy: [{ duty: 'asc' }, { assignedOn: 'asc' }, { id: 'asc' }] } }),
    steps: t.relation('steps', { query: { orderBy: { position: 'asc' } }, description: 'Progress sheet or nodes, in order.' }),
    events: t.relatedConnection('events', { cursor: 'id', query: { orderBy: { sequence: 'desc' } }, totalCount: true, description: 'The story, the newest first.' }),
    figures: t.relation('figures', {
      query: { where: { supersededAt: null }, orderBy: [{ series: 'asc' }, { periodOn: 'asc' }, { id: 'asc' }] },
      description: 'Monthly figures in force.',
    }),
    attachments: t.relation('attachments', { query: { orderBy: { addedAt: 'desc' } } }),
    mergedInto: t.relation('mergedInto', { nullable: true, type: undefined as never }),
  }),
});
