import { z } from 'zod';
import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { InputError, NotFoundError } from '../../graphql/errors.ts';
import { once } from '../../graphql/once.ts';
import { discardUpload } from './uploads.ts';

builder.prismaObject('Attachment', {
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
    viewerCanDiscard: t.boolean({
      select: { addedById: true, itemId: true },
      description: 'An own upload that no act has taken.',
      resolve: ({ addedById, itemId }, _args, { viewer }) => itemId === null && viewer !== null && addedById === viewer.userId,
    }),
  }),
});

builder.queryFields((t) => ({
  myUploads: t.withAuth({ signedIn: true }).prismaField({
    type: ['Attachment'],
    description: 'Own uploads that no act has taken, the oldest first.',
    resolve: (query, _root, _args, { viewer }) =>
      db.attachment.findMany({ ...query, where: { itemId: null, addedById: viewer.userId }, orderBy: [{ addedAt: 'asc' }, { id: 'asc' }] }),
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
