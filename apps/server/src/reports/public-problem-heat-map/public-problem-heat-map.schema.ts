import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type PublicProblemHeatCell, publicProblemHeatMap } from './public-problem-heat-map.query.ts';

const CellType = builder.objectRef<PublicProblemHeatCell>('PublicProblemHeatCell').implement({
  description: 'Problems of the public in one topic and county.',
  fields: (t) => ({
    topic: t.exposeID('topic', { description: 'Code of the dictionary `public-topic`; `NONE`: without a topic yet.' }),
    topicName: t.exposeString('topicName', { nullable: true, description: 'Null of `NONE`.' }),
    topicNameEn: t.exposeString('topicNameEn', { nullable: true }),
    countyId: t.exposeID('countyId', { description: '`NONE`: of no county.' }),
    countyName: t.exposeString('countyName', { nullable: true, description: 'Short name; null of `NONE`.' }),
    raised: t.exposeInt('raised'),
    open: t.exposeInt('open', { description: 'Of these.' }),
  }),
});

builder.queryFields((t) => ({
  publicProblemHeatMap: t.withAuth({ signedIn: true }).field({
    type: [CellType],
    description: 'Topic × county, row by row, every cell.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => publicProblemHeatMap(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
