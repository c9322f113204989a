import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { badInput } from '../../graphql/errors.ts';
import { limits } from '../../graphql/limits.ts';
import { ItemInterface, oneItem } from '../item/item.schema.ts';
import { asOfDay } from '../item/standing.ts';
import { UnitType } from '../unit/unit.schema.ts';
import { type ListedNeed, needOutcomes, needsOfVisits, pageOfNeeds } from './need-list.ts';
import { mayAnswerNeed, mayEnterFor, mayRaiseNeed, visitReaders } from './visit.policy.ts';
import { visitActions } from './visit-chain.ts';
import {
  countVisits,
  type ListedVisit,
  leaderGroups,
  pageOfVisits,
  type VisitFilter,
  type VisitPage,
  visitByNumber,
  visitStatuses,
} from './visit-list.ts';
import { storyOf, type VisitChange, type VisitEvent } from './visit-story.ts';

const ActionType = builder.enumType('VisitAction', { values: visitActions, description: '录入, 更正, 转为督办事项, 答复, 撤回.' });
const StatusType = builder.enumType('VisitStatus', { values: visitStatuses, description: '有效, 已撤回.' });
export const LeaderGroupType = builder.enumType('LeaderGroup', { values: leaderGroups, description: '市政府班子, 县区, 市直部门.' });
export const NeedOutcomeType = builder.enumType('NeedOutcome', {
  values: needOutcomes,
  description: 'What became of a need: 当场答复, 事后答复, 督办事项已办结, 督办事项办理中, 待办. The first three count as answered.',
});

const ChangeType = builder.objectRef<VisitChange>('VisitChange').implement({
  description: 'One field that an act changed.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'As in the input; `needs` for one need, `photos` for how many there are.' }),
    before: t.exposeString('before', { nullable: true }),
    after: t.exposeString('after', { nullable: true }),
  }),
});

const EventType = builder.objectRef<VisitEvent>('VisitEvent').implement({
  description: "What was done to a visit's record.",
  fields: (t) => ({
    sequence: t.exposeInt('sequence', { description: "The record's version after it." }),
    action: t.expose('action', { type: ActionType }),
    reason: t.exposeString('reason', { nullable: true }),
    actorTitle: t.exposeString('actorTitle', { description: 'Post, as it stood.' }),
    at: t.expose('at', { type: 'Instant' }),
    changes: t.field({ type: [ChangeType], resolve: ({ changes }) => changes }),
  }),
});

const NeedType = builder.objectRef<ListedNeed>('VisitNeed').implement({
  description: 'A need heard on a visit.',
  fields: (t) => ({
    id: t.exposeID('id'),
    visitNumber: t.exposeString('visitNumber'),
    visitedOn: t.expose('visitedOn', { type: 'Day' }),
    leaderTitle: t.exposeString('postTitle'),
    place: t.exposeString('place'),
    text: t.exposeString('text'),
    unitId: t.exposeID('unitId', { nullable: true, description: 'Department charged.' }),
    unitName: t.exposeString('unitName', { nullable: true }),
    dueOn: t.expose('dueOn', { type: 'Day', nullable: true }),
    answer: t.exposeString('answer', { nullable: true }),
    answeredOn: t.expose('answeredOn', { type: 'Day', nullable: true }),
    outcome: t.expose('outcome', { type: NeedOutcomeType }),
    itemNumber: t.exposeString('itemNumber', { nullable: true, description: 'Of the item that it became, or into which that was merged.' }),
    item: t.prismaField({
      type: ItemInterface,
      nullable: true,
      description: 'Null as well where the item is not for the viewer.',
      resolve: (query, { itemId, seesItem }) => (itemId && seesItem ? oneItem(query, itemId) : null),
    }),
  }),
});

export const VisitType = builder.objectRef<ListedVisit>('Visit').implement({
  description: "A leader's visit, by post (policy 2(4)2; 2(2)4 where it carries the tag of front-line work).",
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number', { description: 'E.g. 访-2014-0017.' }),
    version: t.exposeInt('version'),
    postId: t.exposeID('postId'),
    leaderTitle: t.exposeString('postTitle'),
    leaderTitleEn: t.exposeString('postTitleEn'),
    unit: t.prismaField({ type: UnitType, resolve: (query, { unitId }) => db.unit.findUniqueOrThrow({ ...query, where: { id: unitId } }) }),
    unitName: t.exposeString('unitName', { description: "The leader's unit." }),
    contactPointId: t.exposeID('contactPointId', { nullable: true }),
    contactPointName: t.exposeString('contactPointName', { nullable: true }),
    place: t.exposeString('place'),
    countyId: t.exposeID('countyId', { nullable: true }),
    countyName: t.exposeString('countyName', { nullable: true }),
    visitedOn: t.expose('visitedOn', { type: 'Day' }),
    kinds: t.exposeStringList('kinds', { description: 'Codes of the dictionary `visit-kind`.' }),
    isFrontLine: t.exposeBoolean('isFrontLine', { description: '一线工作法.' }),
    peopleMet: t.exposeInt('peopleMet'),
    met: t.exposeString('met', { nullable: true }),
    opinions: t.exposeString('opinions', { nullable: true }),
    decision: t.exposeString('decision', { nullable: true, description: 'Decided on the spot.' }),
    enteredBy: t.exposeString('enteredBy', { description: 'Post of who entered it.' }),
    knownOn: t.expose('knownOn', { type: 'Day', description: 'Day of its entry.' }),
    isWithdrawn: t.boolean({ resolve: ({ withdrawnOn }) => withdrawnOn !== null }),
    withdrawnOn: t.expose('withdrawnOn', { type: 'Day', nullable: true }),
    withdrawnReason: t.exposeString('withdrawnReason', { nullable: true }),
    isDemo: t.exposeBoolean('demo'),
    needCount: t.int({ resolve: ({ needs }) => needs.length }),
    photoCount: t.int({ resolve: ({ photos }) => photos.length }),
    needs: t.field({
      type: [NeedType],
      args: { asOf: t.arg({ type: 'Day' }) },
      complexity: { field: 5, multiplier: 5 },
      resolve: ({ id }, { asOf }, { viewer }) => (viewer ? needsOfVisits(viewer, asOfDay(asOf), [id]) : []),
    }),
    photos: t.prismaField({
      type: ['Attachment'],
      description: 'In the order in which they were taken on. Their position was taken out.',
      resolve: (query, { id }) =>
        db.attachment.findMany({ ...query, where: { visitId: id }, orderBy: [{ addedAt: 'asc' }, { id: 'asc' }] }),
    }),
    events: t.field({ type: [EventType], description: 'Its story, the newest first.', resolve: ({ id }) => storyOf(id) }),
    viewerCanChange: t.boolean({
      description: 'Whether the viewer may correct and withdraw it.',
      resolve: (visit, _args, { viewer }) => viewer !== null && visit.withdrawnOn === null && mayEnterFor(viewer, leaderOf(visit)),
    }),
    viewerCanRaise: t.boolean({
      description: 'Whether the viewer may make its needs supervised items.',
      resolve: (visit, _args, { viewer }) => viewer !== null && visit.withdrawnOn === null && mayRaiseNeed(viewer, leaderOf(visit)),
    }),
    answerableNeeds: t.stringList({
      description: 'Ids of needs of which the viewer may write down what became of them.',
      resolve: (visit, _args, { viewer }) =>
        viewer === null || visit.withdrawnOn !== null
          ? []
          : visit.needs
              .filter(({ answeredOn, itemId, unitId }) => !answeredOn && !itemId && mayAnswerNeed(viewer, leaderOf(visit), unitId))
              .map(({ id }) => id),
    }),
  }),
});

function leaderOf({ postId, unitId, postRole }: ListedVisit) {
  return { postId, unitId, role: postRole };
}

const FilterInput = builder.inputType('VisitFilter', {
  fields: (t) => ({
    posts: t.stringList({ description: 'Posts of leaders.' }),
    group: t.field({ type: LeaderGroupType }),
    within: t.string({ description: 'Leaders of a unit and of all below it.' }),
    counties: t.stringList(),
    kinds: t.stringList({ description: 'Codes of the dictionary `visit-kind`.' }),
    frontLine: t.boolean(),
    from: t.field({ type: 'Day', description: 'Day of the visit, included.' }),
    to: t.field({ type: 'Day', description: 'Day of the visit, included.' }),
    status: t.field({ type: StatusType }),
  }),
});

const NeedFilterInput = builder.inputType('VisitNeedFilter', {
  description: 'Needs of visits in force.',
  fields: (t) => ({
    posts: t.stringList({ description: 'Posts of leaders.' }),
    group: t.field({ type: LeaderGroupType }),
    within: t.string({ description: 'Leaders of a unit and of all below it.' }),
    counties: t.stringList(),
    kinds: t.stringList(),
    frontLine: t.boolean(),
    from: t.field({ type: 'Day', description: 'Day of the visit, included.' }),
    to: t.field({ type: 'Day', description: 'Day of the visit, included.' }),
    units: t.stringList({ description: 'Departments charged.' }),
    uncharged: t.boolean({ description: 'Only those charged to nobody.' }),
    outcomes: t.field({ type: [NeedOutcomeType] }),
    becameItem: t.boolean(),
  }),
});

const PageInfoType = builder.objectRef<VisitPage>('VisitPageInfo').implement({
  description: 'Relay page info.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNext'),
    hasPreviousPage: t.exposeBoolean('hasPrevious'),
    startCursor: t.string({ nullable: true, resolve: ({ visits }) => visits[0]?.id ?? null }),
    endCursor: t.string({ nullable: true, resolve: ({ visits }) => visits.at(-1)?.id ?? null }),
  }),
});

interface Connection {
  page: VisitPage;
  counts: { inForce: number; withdrawn: number };
  status: VisitFilter['status'];
}

const ConnectionType = builder.objectRef<Connection>('VisitConnection').implement({
  description: 'A page of visits.',
  fields: (t) => ({
    nodes: t.field({ type: [VisitType], resolve: ({ page }) => page.visits }),
    pageInfo: t.field({ type: PageInfoType, resolve: ({ page }) => page }),
    totalCount: t.int({
      resolve: ({ counts, status }) => (status === 'WITHDRAWN' ? 0 : counts.inForce) + (status === 'IN_FORCE' ? 0 : counts.withdrawn),
    }),
    withdrawnCount: t.int({ description: 'Of the filter, whichever status it asks for.', resolve: ({ counts }) => counts.withdrawn }),
  }),
});

type NeedPage = Awaited<ReturnType<typeof pageOfNeeds>> & { first: number };
const NeedConnectionType = builder.objectRef<NeedPage>('VisitNeedConnection').implement({
  description: 'A page of needs.',
  fields: (t) => ({
    nodes: t.field({ type: [NeedType], resolve: ({ needs }) => needs }),
    totalCount: t.exposeInt('total'),
    hasNextPage: t.boolean({ resolve: ({ start, needs, total }) => start + needs.length < total }),
    hasPreviousPage: t.boolean({ resolve: ({ start }) => start > 0 }),
    endCursor: t.string({ resolve: ({ start, needs }) => String(start + needs.length) }),
    startCursor: t.string({
      description: 'Where the page before begins.',
      resolve: ({ start, first }) => String(Math.max(0, start - first)),
    }),
  }),
});

function sizeOf(first: number | null | undefined): number {
  const size = first ?? 50;
  if (size < 1 || size > limits.pageSize) throw badInput(`每页须在 1 到 ${limits.pageSize} 行之间。`);
  return size;
}

builder.queryFields((t) => ({
  visit: t.withAuth({ roles: visitReaders }).field({
    type: VisitType,
    nullable: true,
    description: 'A visit by its number; null when it is not there or not for the viewer.',
    args: { number: t.arg.string({ required: true }) },
    resolve: (_root, { number }, { viewer }) => visitByNumber(viewer, number),
  }),
  visits: t.withAuth({ roles: visitReaders }).field({
    type: ConnectionType,
    description: 'Visits (policy 2(4)2), the newest first.',
    complexity: ({ first }) => ({ field: 1, multiplier: Math.max(1, (first ?? 50) / 10) }),
    args: {
      asOf: t.arg({ type: 'Day' }),
      filter: t.arg({ type: FilterInput }),
      first: t.arg.int(),
      after: t.arg.string(),
      before: t.arg.string(),
    },
    resolve: async (_root, { asOf: given, filter, first, after, before }, { viewer }) => {
      const asOf = asOfDay(given);
      const [page, counts] = await Promise.all([
        pageOfVisits(viewer, asOf, filter ?? {}, { first: sizeOf(first), after, before }),
        countVisits(viewer, asOf, filter ?? {}),
      ]);
      return { page, counts, status: filter?.status };
    },
  }),
  visitNeeds: t.withAuth({ roles: visitReaders }).field({
    type: NeedConnectionType,
    description: 'Needs heard on visits, those of the newest visit first.',
    complexity: ({ first }) => ({ field: 1, multiplier: Math.max(1, (first ?? 50) / 10) }),
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: NeedFilterInput }), first: t.arg.int(), after: t.arg.string() },
    resolve: async (_root, { asOf, filter, first, after }, { viewer }) => {
      const size = sizeOf(first);
      return { ...(await pageOfNeeds(viewer, asOfDay(asOf), filter ?? {}, { first: size, after })), first: size };
    },
  }),
}));
