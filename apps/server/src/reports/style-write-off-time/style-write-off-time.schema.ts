import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type StyleWriteOffTime, styleWriteOffTime, type WriteOffBucket } from './style-write-off-time.query.ts';

const WriteOffBucketType = builder.objectRef<WriteOffBucket>('WriteOffBucket').implement({
  description: 'How many took so long from the day found to 销号.',
  fields: (t) => ({
    from: t.exposeInt('from', { description: 'Working days, included.' }),
    to: t.exposeInt('to', { nullable: true, description: 'Working days, included; null = and more.' }),
    count: t.exposeInt('count'),
  }),
});

const StyleWriteOffTimeType = builder.objectRef<StyleWriteOffTime>('StyleWriteOffTime').implement({
  description: 'Working days from the day found to 销号, of style problems written off.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'Written off by the day.' }),
    medianWorkingDays: t.exposeFloat('medianWorkingDays', { nullable: true }),
    ninetiethWorkingDays: t.exposeFloat('ninetiethWorkingDays', { nullable: true, description: 'Nine of ten took so long at most.' }),
    buckets: t.expose('buckets', { type: [WriteOffBucketType] }),
  }),
});

builder.queryFields((t) => ({
  styleWriteOffTime: t.withAuth({ signedIn: true }).field({
    type: StyleWriteOffTimeType,
    description: 'How long style problems took to be written off.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => styleWriteOffTime(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
