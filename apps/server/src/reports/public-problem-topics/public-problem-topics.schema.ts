import { builder } from '../../graphql/builder.ts';
import { ProblemOriginType } from '../../graphql/enums.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { LightCountsType } from '../light-counts.ts';
import {
  type PublicProblemOrigin,
  type PublicProblemTopic,
  type PublicProblemUnit,
  publicProblemOrigins,
  publicProblemTopics,
  publicProblemUnits,
} from './public-problem-topics.query.ts';

const closed = '办结, call-back and 销号 included.';
const closedPercent = 'Closed ÷ raised, one decimal.';

const TopicType = builder.objectRef<PublicProblemTopic>('PublicProblemTopic').implement({
  description: 'Problems of the public in one topic, or those without a topic yet.',
  fields: (t) => ({
    code: t.exposeID('code', { description: 'Code of the dictionary `public-topic`; `NONE`: without a topic yet.' }),
    name: t.exposeString('name', { nullable: true, description: 'Null of `NONE`.' }),
    nameEn: t.exposeString('nameEn', { nullable: true }),
    raised: t.exposeInt('raised'),
    open: t.exposeInt('open'),
    closed: t.exposeInt('closed', { description: closed }),
    closedPercent: t.exposeFloat('closedPercent', { nullable: true, description: closedPercent }),
    peopleAffected: t.exposeInt('peopleAffected', { description: 'Sum of the problems that say how many.' }),
    lights: t.field({ type: LightCountsType, resolve: (one) => one }),
  }),
});

const UnitType = builder.objectRef<PublicProblemUnit>('PublicProblemUnit').implement({
  description: 'Problems of the public that one unit leads.',
  fields: (t) => ({
    unitId: t.exposeID('unitId'),
    unitName: t.exposeString('unitName', { description: 'Short name.' }),
    raised: t.exposeInt('raised'),
    open: t.exposeInt('open'),
    closed: t.exposeInt('closed', { description: closed }),
    closedPercent: t.exposeFloat('closedPercent', { nullable: true, description: closedPercent }),
    lights: t.field({ type: LightCountsType, resolve: (one) => one }),
  }),
});

const OriginType = builder.objectRef<PublicProblemOrigin>('PublicProblemOrigin').implement({
  description: 'Problems of the public by where they came from.',
  fields: (t) => ({
    origin: t.expose('origin', { type: ProblemOriginType }),
    raised: t.exposeInt('raised'),
    open: t.exposeInt('open'),
    closed: t.exposeInt('closed', { description: closed }),
    closedPercent: t.exposeFloat('closedPercent', { nullable: true, description: closedPercent }),
  }),
});

builder.queryFields((t) => ({
  publicProblemTopics: t.withAuth({ signedIn: true }).field({
    type: [TopicType],
    description: 'Problems of the public by topic, in the order of the dictionary.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => publicProblemTopics(viewer, asOfDay(asOf), filter ?? {}),
  }),
  publicProblemUnits: t.withAuth({ signedIn: true }).field({
    type: [UnitType],
    description: 'Problems of the public by lead unit, those with most first.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => publicProblemUnits(viewer, asOfDay(asOf), filter ?? {}),
  }),
  publicProblemOrigins: t.withAuth({ signedIn: true }).field({
    type: [OriginType],
    description: 'Problems of the public by origin.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => publicProblemOrigins(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
