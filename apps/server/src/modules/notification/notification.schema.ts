import { notificationKinds } from '@duban/rules/notices';
import { itemActions } from '@duban/rules/vocabulary';
import { transaction } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { ItemActionType, LightType } from '../../graphql/enums.ts';
import { badInput, InputError } from '../../graphql/errors.ts';
import type { Viewer } from '../session/viewer.ts';
import {
  changeEmail,
  changeSetting,
  countLines,
  type InboxFilter,
  type InboxLine,
  inboxLines,
  markRead,
  type NotificationSetting,
  ownEmail,
  ownSettings,
} from './inbox.ts';

const most = 100;
const mostMarked = 500;

const NotificationKindType = builder.enumType('NotificationKind', {
  values: notificationKinds,
  description: 'What a line of the inbox tells of.',
});

const InboxLineType = builder.objectRef<InboxLine>('InboxLine').implement({
  description: "A line of the viewer's inbox. It says where to look, not what was written there.",
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: NotificationKindType }),
    at: t.expose('at', { type: 'Instant' }),
    isRead: t.boolean({ resolve: ({ readAt }) => readAt !== null }),
    itemNumber: t.string({ resolve: ({ payload }) => payload.number }),
    itemTitle: t.string({ nullable: true, description: 'Null for complaints.', resolve: ({ payload }) => payload.title ?? null }),
    unitName: t.exposeString('unitName', { nullable: true, description: 'The unit whose part it concerns.' }),
    action: t.field({
      type: ItemActionType,
      nullable: true,
      description: 'The act; null for notices of the day.',
      resolve: ({ payload }) => itemActions.find((action) => action === payload.action) ?? null,
    }),
    actorTitle: t.string({ nullable: true, resolve: ({ payload }) => payload.actor ?? null }),
    rung: t.string({ nullable: true, description: 'Rung of an urge.', resolve: ({ payload }) => payload.rung ?? null }),
    dueOn: t.field({ type: 'Day', nullable: true, resolve: ({ payload }) => payload.dueOn ?? null }),
    askedTo: t.field({
      type: 'Day',
      nullable: true,
      description: 'Day that an extension was asked to.',
      resolve: ({ payload }) => payload.askedTo ?? null,
    }),
    light: t.field({ type: LightType, nullable: true, resolve: ({ payload }) => payload.light ?? null }),
  }),
});

interface Inbox {
  viewer: Viewer;
  filter: InboxFilter;
  lines: InboxLine[];
  hasNextPage: boolean;
}

const InboxType = builder.objectRef<Inbox>('Inbox').implement({
  description: "A page of the viewer's inbox, the newest line first.",
  fields: (t) => ({
    nodes: t.field({ type: [InboxLineType], resolve: ({ lines }) => lines }),
    endCursor: t.string({
      nullable: true,
      description: 'Give it as `after` for the next page.',
      resolve: ({ lines }) => lines.at(-1)?.id ?? null,
    }),
    hasNextPage: t.exposeBoolean('hasNextPage'),
    totalCount: t.int({ description: 'Lines that the filter leaves.', resolve: ({ viewer, filter }) => countLines(viewer, filter) }),
    unreadCount: t.int({
      description: 'Unread lines, whatever the filter.',
      resolve: ({ viewer }) => countLines(viewer, { unreadOnly: true }),
    }),
  }),
});

const SettingType = builder.objectRef<NotificationSetting>('NotificationSetting').implement({
  description: 'How the viewer wants to be told of a kind.',
  fields: (t) => ({
    kind: t.expose('kind', { type: NotificationKindType }),
    inApp: t.exposeBoolean('inApp'),
    mail: t.exposeBoolean('mail'),
  }),
});

const SettingsType = builder.objectRef<{ viewer: Viewer }>('NotificationSettings').implement({
  description: "The viewer's own settings.",
  fields: (t) => ({
    email: t.string({ nullable: true, description: 'Where mail goes.', resolve: ({ viewer }) => ownEmail(viewer) }),
    kinds: t.field({ type: [SettingType], resolve: ({ viewer }) => ownSettings(viewer) }),
  }),
});

async function inboxOf(viewer: Viewer, filter: InboxFilter, first: number, after: string | null): Promise<Inbox> {
  if (first < 1 || first > most) throw badInput(`一次取 1 到 ${most} 条。`);
  const lines = await inboxLines(viewer, filter, { first: first + 1, after });
  return { viewer, filter, lines: lines.slice(0, first), hasNextPage: lines.length > first };
}

builder.queryFields((t) => ({
  inbox: t.withAuth({ signedIn: true }).field({
    type: InboxType,
    description: "The viewer's own inbox.",
    args: {
      first: t.arg.int({ defaultValue: 20 }),
      after: t.arg.string(),
      unreadOnly: t.arg.boolean({ defaultValue: false }),
      kinds: t.arg({ type: [NotificationKindType] }),
    },
    resolve: (_root, { first, after, unreadOnly, kinds }, { viewer }) => inboxOf(viewer, { unreadOnly, kinds }, first ?? 20, after ?? null),
  }),
  notificationSettings: t.withAuth({ signedIn: true }).field({
    type: SettingsType,
    description: 'How the viewer wants to be told, and where mail goes.',
    resolve: (_root, _args, { viewer }) => ({ viewer }),
  }),
}));

// These set what is said, however often: a repeat after a lost answer needs no request id.
builder.mutationFields((t) => ({
  markRead: t.withAuth({ signedIn: true }).field({
    type: InboxType,
    errors: { types: [InputError] },
    description: 'Marks own lines as read; ids of others are passed over.',
    args: { ids: t.arg.idList({ required: true }) },
    resolve: async (_root, { ids }, { viewer }) => {
      if (ids.length > mostMarked) throw new InputError([{ field: 'ids', code: 'TOO_MANY', message: `一次最多标记 ${mostMarked} 条。` }]);
      await transaction((tx) => markRead(tx, viewer, ids));
      return inboxOf(viewer, {}, 20, null);
    },
  }),
  markAllRead: t.withAuth({ signedIn: true }).field({
    type: InboxType,
    description: 'Marks all own lines as read.',
    resolve: async (_root, _args, { viewer }) => {
      await transaction((tx) => markRead(tx, viewer, null));
      return inboxOf(viewer, {}, 20, null);
    },
  }),
  setNotificationSetting: t.withAuth({ signedIn: true }).field({
    type: SettingsType,
    description: 'Chooses how to be told of a kind.',
    args: {
      kind: t.arg({ type: NotificationKindType, required: true }),
      inApp: t.arg.boolean({ required: true }),
      mail: t.arg.boolean({ required: true }),
    },
    resolve: async (_root, setting, { viewer }) => {
      await transaction((tx) => changeSetting(tx, viewer, setting));
      return { viewer };
    },
  }),
  setEmail: t.withAuth({ signedIn: true }).field({
    type: SettingsType,
    errors: { types: [InputError] },
    description: 'Sets where mail goes; empty: nowhere.',
    args: { email: t.arg.string() },
    resolve: async (_root, { email }, { viewer }) => {
      await transaction((tx) => changeEmail(tx, viewer, email ?? null));
      return { viewer };
    },
  }),
}));
