import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type ComplaintAge, complaintAgeing } from './complaint-ageing.query.ts';

const ComplaintAgeType = builder.objectRef<ComplaintAge>('ComplaintAge').implement({
  description: 'Open complaints that have been handled for so many working days.',
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
  complaintAgeing: t.withAuth({ signedIn: true }).field({
    type: [ComplaintAgeType],
    description: 'Open complaints by working days since 交办, the youngest first.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => complaintAgeing(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
