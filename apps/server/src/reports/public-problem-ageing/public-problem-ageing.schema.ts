import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type PublicProblemAge, publicProblemAgeing } from './public-problem-ageing.query.ts';

const AgeType = builder.objectRef<PublicProblemAge>('PublicProblemAge').implement({
  description: 'Open problems of the public that have been worked on for so many working days.',
  fields: (t) => ({
    from: t.exposeInt('from', { description: 'Working days after 交办, included.' }),
    to: t.exposeInt('to', { nullable: true, description: 'Included; null: no end.' }),
    assignedFrom: t.expose('assignedFrom', { type: 'Day', nullable: true, description: 'First day of 交办 in the bucket.' }),
    assignedTo: t.expose('assignedTo', { type: 'Day', nullable: true, description: 'Last day of 交办 in the bucket.' }),
    count: t.exposeInt('count'),
    overdue: t.exposeInt('overdue', { description: 'Of those, past the due day.' }),
  }),
});

builder.queryFields((t) => ({
  publicProblemAgeing: t.withAuth({ signedIn: true }).field({
    type: [AgeType],
    description: 'Open problems of the public by working days since 交办, the youngest first.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => publicProblemAgeing(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
