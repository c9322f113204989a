import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { RoleType } from '../../graphql/enums.ts';
import { ConflictError, InputError, NotFoundError } from '../../graphql/errors.ts';
import { systemKeepers } from './admin.policy.ts';
import { createPost, renamePost, setPortfolio } from './posts.service.ts';

const NewPostInput = builder.inputType('NewPost', {
  fields: (t) => ({
    title: t.string({ required: true }),
    titleEn: t.string({ required: true }),
    unitId: t.id({ required: true }),
    role: t.field({ type: RoleType, required: true }),
  }),
});

const refusals = { types: [InputError, ConflictError, NotFoundError] };

builder.mutationFields((t) => ({
  createPost: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'Post',
    errors: { types: [InputError] },
    description: 'Adds a post to a unit; whoever holds it has the rights of its role.',
    args: { input: t.arg({ type: NewPostInput, required: true }) },
    resolve: async (query, _root, { input }, { viewer, address }) =>
      db.post.findUniqueOrThrow({ ...query, where: { id: await createPost({ viewer, address }, input) } }),
  }),
  renamePost: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'Post',
    errors: refusals,
    description: 'Gives a post another title.',
    args: {
      id: t.arg.id({ required: true }),
      version: t.arg.int({ required: true }),
      title: t.arg.string({ required: true }),
      titleEn: t.arg.string({ required: true }),
    },
    resolve: async (query, _root, { id, version, title, titleEn }, { viewer, address }) => {
      await renamePost({ viewer, address }, id, version, { title, titleEn });
      return db.post.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
  setPortfolio: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'Post',
    errors: refusals,
    description: 'Sets which units a post oversees (分管): exactly these.',
    args: {
      id: t.arg.id({ required: true }),
      version: t.arg.int({ required: true }),
      unitIds: t.arg.idList({ required: true }),
    },
    resolve: async (query, _root, { id, version, unitIds }, { viewer, address }) => {
      await setPortfolio({ viewer, address }, id, version, unitIds);
      return db.post.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
}));
