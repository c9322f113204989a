import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { ItemInterface, oneItem } from '../item/item.schema.ts';
import { canReadStatements } from './complaint.policy.ts';
import { earlierItems, type SimilarComplaint, similarComplaints } from './related-complaints.ts';

const SimilarComplaintType = builder.objectRef<SimilarComplaint>('SimilarComplaint').implement({
  description: 'Another complaint about the same unit whose facts read alike.',
  fields: (t) => ({
    item: t.prismaField({ type: ItemInterface, resolve: (query, { itemId }) => oneItem(query, itemId) }),
    receivedOn: t.expose('receivedOn', { type: 'Day' }),
    score: t.exposeFloat('score', { description: '0–1.' }),
  }),
});

builder.prismaObjectFields('Complaint', (t) => ({
  earlierCount: t.int({
    nullable: true,
    select: { id: true, itemId: true },
    description: 'In how many other items the same person complained earlier (重复投诉); null for everybody but inspection.',
    resolve: async ({ id, itemId }, _args, { viewer, loaders }) =>
      viewer && canReadStatements(viewer) ? earlierItems(await loaders.earlierComplaints(viewer).load(id), itemId) : null,
  }),
  similar: t.field({
    type: [SimilarComplaintType],
    select: { id: true, facts: true },
    description: 'Complaints within half a year that are likely the same matter, at most five.',
    resolve: (complaint, _args, { viewer }) => (viewer ? similarComplaints(viewer, complaint) : []),
  }),
  earlier: t.prismaField({
    type: [ItemInterface],
    select: { id: true },
    description: 'Earlier complaints of the same person (重复投诉), the latest first; empty for everybody but inspection.',
    resolve: async (query, { id }, _args, { viewer, loaders }) => {
      const itemIds = viewer ? await loaders.earlierComplaints(viewer).load(id) : [];
      return db.item.findMany({ ...query, where: { id: { in: itemIds } }, orderBy: [{ foundOn: 'desc' }, { id: 'desc' }] });
    },
  }),
}));
