import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { ItemInterface, oneItem } from '../item/item.schema.ts';
import { asOfDay } from '../item/standing.ts';
import { UnitType } from '../unit/unit.schema.ts';
import { type ListedNeed, needOutcomes, needsOfVisits } from './need-list.ts';
import { mayAnswerNeed, mayEnterFor, mayRaiseNeed, visitReaders } from './visit.policy.ts';
import { visitActions } from './visit-chain.ts';
import { type ListedVisit, leaderGroups, visitByNumber } from './visit-list.ts';
import { storyOf, type VisitChange, type VisitEvent } from './visit-story.ts';

const ActionType = builder.enumType('VisitAction', { values: visitActions, description: '录入, 更正, 转为督办事项, 答复, 撤回.' });
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

export const NeedType = builder.objectRef<ListedNeed>('VisitNeed').implement({
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

builder.queryField('visit', (t) =>
  t.withAuth({ roles: visitReaders }).field({
    type: VisitType,
    nullable: true,
    description: 'A visit by its number; null when it is not there or not for the viewer.',
    args: { number: t.arg.string({ required: true }) },
    resolve: (_root, { number }, { viewer }) => visitByNumber(viewer, number),
  }),
);
