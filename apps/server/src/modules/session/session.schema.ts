import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { RoleType } from '../../graphql/enums.ts';
import { InputError } from '../../graphql/errors.ts';
import { administratorDuties, dutiesOf } from '../admin/admin.policy.ts';
import { changePassword } from './change-password.ts';
import { demoPassword } from './demo-password.ts';
import { desks, desksOf } from './desk.policy.ts';
import { SignInRefused } from './errors.ts';
import { endSession, signIn, viewerOf } from './session.service.ts';
import { setUp, setUpNeeded } from './set-up.service.ts';
import type { Viewer } from './viewer.ts';

const DeskType = builder.enumType('Desk', { values: desks, description: '填报, 签发, 审核, 督办, 审批.' });
const AdministratorDutyType = builder.enumType('AdministratorDuty', {
  values: administratorDuties,
  description: 'What an administrator has in hand: the system, the security of accounts, or the audit; never two of them.',
});

export const ViewerType = builder.objectRef<Viewer>('Viewer').implement({
  description: 'The signed-in person and the post whose rights it has.',
  fields: (t) => ({
    id: t.exposeID('userId'),
    account: t.exposeString('account'),
    displayName: t.exposeString('displayName'),
    postTitle: t.exposeString('postTitle', { description: 'Title of the post held.' }),
    role: t.expose('role', { type: RoleType }),
    duties: t.field({
      type: [AdministratorDutyType],
      description: 'Rooms of 管理 that are open to the viewer; empty for those who administer nothing.',
      resolve: ({ role }) => dutiesOf(role),
    }),
    desks: t.field({
      type: [DeskType],
      description: 'Where the viewer works: which doors the screens open.',
      resolve: ({ role }) => desksOf(role),
    }),
    mustChangePassword: t.exposeBoolean('mustChangePassword', {
      description: 'True while the password is one given by an administrator: everything else is refused with PASSWORD_CHANGE_REQUIRED.',
    }),
    unit: t.prismaField({
      type: 'Unit',
      resolve: (query, viewer) => db.unit.findUniqueOrThrow({ ...query, where: { id: viewer.unitId } }),
    }),
    sessions: t.prismaField({
      type: ['Session'],
      description: 'The browsers in which this person is signed in, the newest first.',
      resolve: (query, viewer) => db.session.findMany({ ...query, where: { userId: viewer.userId }, orderBy: { createdAt: 'desc' } }),
    }),
  }),
});

builder.prismaObject('Session', {
  fields: (t) => ({
    id: t.exposeID('id'),
    createdAt: t.expose('createdAt', { type: 'Instant' }),
    lastSeenAt: t.expose('lastSeenAt', { type: 'Instant' }),
    address: t.exposeString('address'),
    userAgent: t.exposeString('userAgent'),
    isCurrent: t.boolean({ select: { id: true }, resolve: ({ id }, _args, { viewer }) => viewer?.sessionId === id }),
  }),
});

const SignInReason = builder.enumType('SignInRefusal', {
  values: ['WRONG', 'LOCKED', 'BUSY'] as const,
  description: 'WRONG never says whether the account exists.',
});

builder.objectType(SignInRefused, {
  name: 'SignInRefused',
  fields: (t) => ({
    message: t.exposeString('message'),
    reason: t.expose('reason', { type: SignInReason }),
    until: t.expose('until', { type: 'Instant', nullable: true, description: 'LOCKED: until when.' }),
  }),
});

interface DemoAccount {
  account: string;
  password: string;
  postTitle: string;
  role: Viewer['role'];
}

const DemoAccountType = builder.objectRef<DemoAccount>('DemoAccount').implement({
  description: 'An account to try the product with; offered only while 示例数据 is loaded.',
  fields: (t) => ({
    account: t.exposeString('account'),
    password: t.exposeString('password'),
    postTitle: t.exposeString('postTitle'),
    role: t.expose('role', { type: RoleType }),
  }),
});

builder.queryFields((t) => ({
  viewer: t.field({
    type: ViewerType,
    nullable: true,
    skipTypeScopes: true,
    description: 'The signed-in person; null when signed out.',
    resolve: (_root, _args, { viewer }) => viewer,
  }),
  demoAccounts: t.field({
    type: [DemoAccountType],
    skipTypeScopes: true,
    description: 'One account per role while demo data is loaded; empty otherwise.',
    resolve: async () => {
      const accounts = await db.user.findMany({
        where: { demo: true, active: true },
        include: { post: true },
        orderBy: { post: { position: 'asc' } },
      });
      return accounts.map(({ account, post }) => ({ account, password: demoPassword, postTitle: post.title, role: post.role }));
    },
  }),
  setUpNeeded: t.boolean({
    skipTypeScopes: true,
    description: 'True in a new city without any account: the first administrator is to be made.',
    resolve: () => setUpNeeded(),
  }),
}));

builder.mutationFields((t) => ({
  signIn: t.field({
    type: ViewerType,
    skipTypeScopes: true,
    errors: { types: [SignInRefused] },
    description: 'Opens a session; its token is set as an HttpOnly cookie.',
    args: {
      account: t.arg.string({ required: true }),
      password: t.arg.string({ required: true }),
    },
    resolve: (_root, { account, password }, context) => openSession(account, password, context),
  }),
  signOut: t.boolean({
    skipTypeScopes: true,
    description: 'Ends the session. True when there was one.',
    resolve: async (_root, _args, context) => {
      context.setSessionCookie(null);
      return context.viewer !== null && endSession(context.viewer, context.viewer.sessionId, context.address);
    },
  }),
  revokeSession: t.withAuth({ passwordMayBeDue: true }).boolean({
    skipTypeScopes: true,
    description: "Ends another of the viewer's sessions. False when there is no such session.",
    args: { sessionId: t.arg.id({ required: true }) },
    resolve: (_root, { sessionId }, { viewer, address }) => endSession(viewer, sessionId, address),
  }),
  changePassword: t.withAuth({ passwordMayBeDue: true }).field({
    type: ViewerType,
    skipTypeScopes: true,
    errors: { types: [InputError] },
    description: "Sets the viewer's own password and ends the viewer's other sessions.",
    args: { current: t.arg.string({ required: true }), next: t.arg.string({ required: true }) },
    resolve: async (_root, { current, next }, { viewer, address }) => {
      await changePassword(viewer, current, next, address);
      return { ...viewer, mustChangePassword: false };
    },
  }),
  setUp: t.field({
    type: ViewerType,
    skipTypeScopes: true,
    errors: { types: [InputError] },
    description: 'Makes the first administrator of a new city and signs in. Only while no account exists.',
    args: { account: t.arg.string({ required: true }), password: t.arg.string({ required: true }) },
    resolve: async (_root, { account, password }, context) => {
      await setUp(account, password, context.address);
      return openSession(account, password, context);
    },
  }),
}));

/** Signs in, sets the cookie and makes the person the viewer of the rest of the request. */
async function openSession(account: string, password: string, context: Context): Promise<Viewer> {
  const token = await signIn(account.slice(0, 100), password.slice(0, 200), context);
  const viewer = await viewerOf(token);
  if (!viewer) throw new Error('A new session has no viewer');
  context.setSessionCookie(token);
  context.viewer = viewer;
  return viewer;
}
