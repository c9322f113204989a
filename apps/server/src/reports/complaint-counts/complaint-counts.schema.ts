import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type ComplaintCounts, complaintCounts } from './complaint-counts.query.ts';

const ComplaintCountsType = builder.objectRef<ComplaintCounts>('ComplaintCounts').implement({
  description: 'What became of the complaints received: waiting, refused, withdrawn and taken on are all of them.',
  fields: (t) => ({
    received: t.exposeInt('received'),
    waiting: t.exposeInt('waiting', { description: '待受理.' }),
    refused: t.exposeInt('refused', { description: '不予受理.' }),
    withdrawn: t.exposeInt('withdrawn', { description: '撤回.' }),
    takenOn: t.exposeInt('takenOn', { description: '受理.' }),
    reworked: t.exposeInt('reworked', { description: 'Handled again; as recorded now.' }),
    reopened: t.exposeInt('reopened', { description: 'Of those, what the complainant asked for.' }),
    collective: t.exposeInt('collective', { description: 'Of five people or more.' }),
    repeated: t.exposeInt('repeated', {
      nullable: true,
      description: 'Whose complainant had complained before; never who. Null for those who don’t see the whole city.',
    }),
  }),
});

builder.queryFields((t) => ({
  complaintCounts: t.withAuth({ signedIn: true }).field({
    type: ComplaintCountsType,
    description: 'What became of the complaints received by the day.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => complaintCounts(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
