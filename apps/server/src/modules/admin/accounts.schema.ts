import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { ConflictError, InputError, NotFoundError } from '../../graphql/errors.ts';
import { createUser, movePost, resetPassword, revokeSessionsOf, setUserActive, unlockUser } from './accounts.service.ts';
import { accountKeepers, securityKeepers, systemKeepers } from './admin.policy.ts';

builder.prismaObject('User', {
  description: 'An account. Only those who look after accounts see it; never its password.',
  authScopes: { roles: accountKeepers },
  fields: (t) => ({
    id: t.exposeID('id'),
    account: t.exposeString('account'),
    displayName: t.exposeString('displayName'),
    post: t.relation('post'),
    isActive: t.exposeBoolean('active'),
    isDemo: t.exposeBoolean('demo', { description: 'Dies when the demo data is cleared.' }),
    mustChangePassword: t.exposeBoolean('mustChangePassword'),
    passwordChangedAt: t.expose('passwordChangedAt', { type: 'Instant' }),
    lockedUntil: t.expose('lockedUntil', {
      type: 'Instant',
      nullable: true,
      description: 'Past instants mean that it is no longer locked.',
    }),
    isLocked: t.boolean({ select: { lockedUntil: true }, resolve: ({ lockedUntil }) => lockedUntil !== null && lockedUntil > new Date() }),
    failedSignIns: t.exposeInt('failedSignIns', { description: 'Failures in a row.' }),
    createdAt: t.expose('createdAt', { type: 'Instant' }),
    sessions: t.relation('sessions', { query: { orderBy: { lastSeenAt: 'desc' } }, authScopes: { roles: securityKeepers } }),
    version: t.exposeInt('version'),
  }),
});

builder.queryFields((t) => ({
  users: t.withAuth({ roles: accountKeepers }).prismaField({
    type: ['User'],
    description: 'All accounts, by post.',
    resolve: (query) => db.user.findMany({ ...query, orderBy: [{ active: 'desc' }, { post: { position: 'asc' } }, { account: 'asc' }] }),
  }),
}));

const NewUserInput = builder.inputType('NewUser', {
  fields: (t) => ({
    account: t.string({ required: true }),
    displayName: t.string({ required: true, description: 'People are named by post.' }),
    postId: t.id({ required: true }),
    password: t.string({ required: true, description: 'Initial password, to be changed at the first sign-in.' }),
  }),
});

const refusals = { types: [InputError, ConflictError, NotFoundError] };
const userOf = (query: object, id: string) => db.user.findUniqueOrThrow({ ...query, where: { id } });

builder.mutationFields((t) => ({
  createUser: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'User',
    errors: { types: [InputError] },
    description: 'Makes an account on a post, with an initial password.',
    args: { input: t.arg({ type: NewUserInput, required: true }) },
    resolve: async (query, _root, { input }, { viewer, address }) => userOf(query, await createUser({ viewer, address }, input)),
  }),
  resetPassword: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'User',
    errors: refusals,
    description: 'Gives a user a new initial password, and ends the sessions and the lock.',
    args: { id: t.arg.id({ required: true }), version: t.arg.int({ required: true }), password: t.arg.string({ required: true }) },
    resolve: async (query, _root, { id, version, password }, { viewer, address }) => {
      await resetPassword({ viewer, address }, id, version, password);
      return userOf(query, id);
    },
  }),
  movePost: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'User',
    errors: refusals,
    description: 'Moves a user to another post, whose rights it then has.',
    args: { id: t.arg.id({ required: true }), version: t.arg.int({ required: true }), postId: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id, version, postId }, { viewer, address }) => {
      await movePost({ viewer, address }, id, version, postId);
      return userOf(query, id);
    },
  }),
  deactivateUser: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'User',
    errors: refusals,
    description: "Takes a user's access away at once.",
    args: { id: t.arg.id({ required: true }), version: t.arg.int({ required: true }) },
    resolve: async (query, _root, { id, version }, { viewer, address }) => {
      await setUserActive({ viewer, address }, id, version, false);
      return userOf(query, id);
    },
  }),
  reactivateUser: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'User',
    errors: refusals,
    description: 'Gives a user access again.',
    args: { id: t.arg.id({ required: true }), version: t.arg.int({ required: true }) },
    resolve: async (query, _root, { id, version }, { viewer, address }) => {
      await setUserActive({ viewer, address }, id, version, true);
      return userOf(query, id);
    },
  }),
  unlockUser: t.withAuth({ roles: securityKeepers }).prismaField({
    type: 'User',
    errors: { types: [ConflictError, NotFoundError] },
    description: 'Lifts the lock of an account after failed sign-ins.',
    args: { id: t.arg.id({ required: true }), version: t.arg.int({ required: true }) },
    resolve: async (query, _root, { id, version }, { viewer, address }) => {
      await unlockUser({ viewer, address }, id, version);
      return userOf(query, id);
    },
  }),
  revokeSessionsOf: t.withAuth({ roles: securityKeepers }).prismaField({
    type: 'User',
    errors: { types: [ConflictError, NotFoundError] },
    description: 'Ends all sessions of a user.',
    args: { id: t.arg.id({ required: true }), version: t.arg.int({ required: true }) },
    resolve: async (query, _root, { id, version }, { viewer, address }) => {
      await revokeSessionsOf({ viewer, address }, id, version);
      return userOf(query, id);
    },
  }),
}));
