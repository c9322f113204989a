import { z } from 'zod';
import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { InputError, NotFoundError } from '../../graphql/errors.ts';
import { once } from '../../graphql/once.ts';
import { actErrors, ItemActed } from '../item/acts/acts.schema.ts';
import { ItemInterface } from '../item/item.schema.ts';
import { forwardFiles } from './forward-files.ts';
import { discardUpload } from './uploads.ts';
import { visibleAttachment } from './visible-attachment.ts';

const AttachmentType = builder.prismaObject('Attachment', {
  description: 'A file that backs what is said. Its bytes: GET `href`; with `?download=1` to save it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    size: t.int({ select: { file: { select: { size: true } } }, resolve: ({ file }) => file.size, description: 'Bytes.' }),
    mediaType: t.string({
      select: { file: { select: { mediaType: true } } },
      description: 'Judged by its content.',
      resolve: ({ file }) => file.mediaType,
    }),
    isImage: t.boolean({
      select: { file: { select: { mediaType: true } } },
      resolve: ({ file }) => file.mediaType.startsWith('image/'),
    }),
    href: t.string({ select: { id: true }, resolve: ({ id }) => `/files/attachments/${id}` }),
    addedAt: t.expose('addedAt', { type: 'Instant' }),
    addedBy: t.string({
      nullable: true,
      select: { addedById: true },
      description: 'Name of who uploaded it.',
      resolve: async ({ addedById }, _args, { loaders }) => (addedById ? loaders.userName.load(addedById) : null),
    }),
    isFromComplainant: t.boolean({
      select: { complaintId: true },
      description: 'What a complainant brought: seen by inspection alone.',
      resolve: ({ complaintId }) => complaintId !== null,
    }),
    isForwarded: t.boolean({
      select: { forwardedFromId: true },
      description: "A copy of a complainant's file, without traces of who made it.",
      resolve: ({ forwardedFromId }) => forwardedFromId !== null,
    }),
    forwardedFrom: t.prismaField({
      type: 'Attachment',
      nullable: true,
      select: { forwardedFromId: true },
      description: "The complainant's file of which it is the copy; null for those who may not see that.",
      resolve: async (query, { forwardedFromId }, _args, { viewer }) =>
        viewer && forwardedFromId && (await visibleAttachment(viewer, forwardedFromId))
          ? db.attachment.findUnique({ ...query, where: { id: forwardedFromId } })
          : null,
    }),
    viewerCanDiscard: t.boolean({
      select: { addedById: true, itemId: true, visitId: true },
      description: 'An own upload that no act has taken.',
      resolve: ({ addedById, itemId, visitId }, _args, { viewer }) =>
        itemId === null && visitId === null && viewer !== null && addedById === viewer.userId,
    }),
  }),
});

builder.prismaInterfaceFields(ItemInterface, (t) => ({
  attachments: t.field({
    type: [AttachmentType],
    select: { id: true },
    description: 'Files of the item that the viewer may see, the newest first.',
    resolve: ({ id }, _args, { viewer, loaders }) => (viewer ? loaders.files(viewer).load(id) : []),
  }),
}));

builder.queryFields((t) => ({
  myUploads: t.withAuth({ signedIn: true }).prismaField({
    type: ['Attachment'],
    description: 'Own uploads that no act has taken, the oldest first.',
    resolve: (query, _root, _args, { viewer }) =>
      db.attachment.findMany({
        ...query,
        where: { itemId: null, visitId: null, addedById: viewer.userId },
        orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
      }),
  }),
}));

const discarded = z.object({ id: z.string() });
const AttachmentDiscardedType = builder.objectRef<z.infer<typeof discarded>>('AttachmentDiscarded').implement({
  description: 'An upload that is gone.',
  fields: (t) => ({ id: t.exposeID('id') }),
});

builder.mutationFields((t) => ({
  discardAttachment: t.withAuth({ signedIn: true }).field({
    type: AttachmentDiscardedType,
    errors: { types: [InputError, NotFoundError] },
    description: 'Drops an own upload that no act has taken.',
    args: { id: t.arg.id({ required: true }), requestId: t.arg.string({ required: true }) },
    resolve: async (_root, { id, requestId }, { viewer }) => {
      const { result } = await once(viewer, requestId, 'discardAttachment', discarded, async (tx) => {
        await discardUpload(tx, viewer, id);
        return { id };
      });
      return result;
    },
  }),
}));

const ForwardFilesInput = builder.inputType('ForwardFilesInput', {
  fields: (t) => ({
    itemId: t.id({ required: true }),
    version: t.int({ required: true, description: "The item's version as seen." }),
    requestId: t.string({ required: true, description: 'Made by the client; a repeat answers as the first did.' }),
    attachmentIds: t.idList({ required: true, description: 'Files of complainants; at most 20. Each goes as a copy without traces.' }),
    reason: t.string({ description: 'For the story; at most 500 characters.' }),
  }),
});

builder.mutationField('forwardFiles', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: ItemActed,
    errors: { types: actErrors },
    description: '转交材料: inspection hands files of a complainant on to those who handle the matter, never to those complained of.',
    args: { input: t.arg({ type: ForwardFilesInput, required: true }) },
    resolve: async (_root, { input: { requestId, ...given } }, { viewer }) => {
      const { result } = await once(viewer, requestId, 'forwardFiles', z.object({ itemId: z.string() }), (tx) =>
        forwardFiles(tx, viewer, given, requestId),
      );
      return result;
    },
  }),
);
