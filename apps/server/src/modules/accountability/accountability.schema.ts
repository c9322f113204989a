import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { ItemKindType } from '../../graphql/enums.ts';
import { badInput } from '../../graphql/errors.ts';
import { limits } from '../../graphql/limits.ts';
import { PageInfoType, pageInfoOf } from '../../graphql/page-info.ts';
import { asOfDay } from '../item/standing.ts';
import { ViewerType } from '../session/session.schema.ts';
import { UnitType } from '../unit/unit.schema.ts';
import { accessOf, accountabilityAccesses, canRevealPerson, registerReaders } from './accountability.policy.ts';
import { maskName, openName } from './person-name.ts';
import { recordActions } from './record-chain.ts';
import { type FieldChange, type RecordEvent, storyOf } from './record-story.ts';
import {
  countRecords,
  type ListedRecord,
  pageOfRecords,
  type RecordFilter,
  type RecordPage,
  recordByNumber,
  recordStatuses,
} from './register-list.ts';

const AccessType = builder.enumType('AccountabilityAccess', {
  values: accountabilityAccesses,
  description: 'What the viewer may do with the register of accountability: nothing, read it, keep it.',
});

builder.objectFields(ViewerType, (t) => ({
  accountability: t.field({
    type: AccessType,
    description: 'Whether the register of accountability is open to the viewer.',
    resolve: (viewer) => accessOf(viewer),
  }),
}));

const ActionType = builder.enumType('AccountabilityAction', { values: recordActions, description: '登记, 更正, 撤销.' });
const StatusType = builder.enumType('AccountabilityStatus', { values: recordStatuses, description: '有效, 已撤销.' });

const ChangeType = builder.objectRef<FieldChange>('AccountabilityChange').implement({
  description: 'One field that a correction changed.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'As in the input; `itemId` for the item, `name` for the person.' }),
    before: t.exposeString('before', { nullable: true, description: 'Null where it was empty, and always of a name.' }),
    after: t.exposeString('after', { nullable: true }),
  }),
});

const EventType = builder.objectRef<RecordEvent>('AccountabilityEvent').implement({
  description: 'What was done to a record.',
  fields: (t) => ({
    sequence: t.exposeInt('sequence', { description: "The record's version after it." }),
    action: t.expose('action', { type: ActionType }),
    reason: t.exposeString('reason', { nullable: true }),
    actorTitle: t.exposeString('actorTitle', { description: 'Post, as it stood.' }),
    at: t.expose('at', { type: 'Instant' }),
    changes: t.field({ type: [ChangeType], resolve: ({ changes }) => changes }),
  }),
});

export const AccountabilityType = builder.objectRef<ListedRecord>('Accountability').implement({
  description: 'A person held to account, by post (policy 2(2)5). The name is not in it: see revealAccountablePerson.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number', { description: 'E.g. 责-2014-0001.' }),
    version: t.exposeInt('version'),
    unitName: t.exposeString('unitName'),
    unit: t.prismaField({ type: UnitType, resolve: (query, { unitId }) => db.unit.findUniqueOrThrow({ ...query, where: { id: unitId } }) }),
    post: t.exposeString('post'),
    postLevel: t.exposeID('postLevel', { description: 'Code of the dictionary `post-level`.' }),
    postLevelName: t.exposeString('postLevelName'),
    postLevelNameEn: t.exposeString('postLevelNameEn'),
    isAdministrativeHead: t.exposeBoolean('administrativeHead', { description: '行政首长.' }),
    fact: t.exposeString('fact'),
    rule: t.exposeString('rule', { description: 'What it broke.' }),
    form: t.exposeID('form', { description: 'Code of the dictionary `accountability-form`.' }),
    formName: t.exposeString('formName'),
    formNameEn: t.exposeString('formNameEn'),
    decidedBy: t.exposeString('decidedBy'),
    decidedOn: t.expose('decidedOn', { type: 'Day' }),
    effect: t.exposeString('effect', { nullable: true, description: '影响、执行情况.' }),
    effectUntil: t.expose('effectUntil', { type: 'Day', nullable: true }),
    itemNumber: t.exposeString('itemNumber', {
      nullable: true,
      description: 'Of the item that it follows from, where the viewer sees it.',
    }),
    itemTitle: t.exposeString('itemTitle', { nullable: true }),
    itemKind: t.expose('itemKind', { type: ItemKindType, nullable: true }),
    enforcementRecord: t.exposeString('enforcementRecord', { nullable: true }),
    source: t.exposeString('source', { nullable: true }),
    isRevoked: t.boolean({ resolve: ({ revokedOn }) => revokedOn !== null }),
    revokedOn: t.expose('revokedOn', { type: 'Day', nullable: true }),
    revokedReason: t.exposeString('revokedReason', { nullable: true }),
    isDemo: t.exposeBoolean('demo'),
    maskedName: t.string({
      nullable: true,
      description: '张**; null where no name was entered, and for everybody but inspection.',
      resolve: (record, _args, { viewer }) => {
        const name = viewer && canRevealPerson(viewer) ? openName(record) : null;
        return name === null ? null : maskName(name);
      },
    }),
    viewerCanChange: t.boolean({
      description: 'Whether the viewer may correct and revoke it.',
      resolve: ({ revokedOn }, _args, { viewer }) => viewer !== null && accessOf(viewer) === 'KEEP' && revokedOn === null,
    }),
    events: t.field({
      type: [EventType],
      description: 'Its story, the newest first.',
      resolve: ({ id }, _args, { viewer }) => (viewer ? storyOf(viewer, id) : []),
    }),
  }),
});

const FilterInput = builder.inputType('AccountabilityFilter', {
  fields: (t) => ({
    units: t.stringList({ description: 'Unit codes.' }),
    within: t.string({ description: 'A unit and all below it.' }),
    forms: t.stringList({ description: 'Codes of the dictionary `accountability-form`.' }),
    administrativeHead: t.boolean(),
    from: t.field({ type: 'Day', description: 'Day of the decision, included.' }),
    to: t.field({ type: 'Day', description: 'Day of the decision, included.' }),
    itemNumber: t.string({ description: 'Of the item that they follow from.' }),
    status: t.field({ type: StatusType }),
    followsComplaint: t.boolean({ description: 'Only those that follow from a complaint found true, wholly or in part.' }),
  }),
});

interface Connection {
  page: RecordPage;
  counts: { inForce: number; revoked: number };
  status: RecordFilter['status'];
}

const ConnectionType = builder.objectRef<Connection>('AccountabilityConnection').implement({
  description: 'A page of the register.',
  fields: (t) => ({
    nodes: t.field({ type: [AccountabilityType], resolve: ({ page }) => page.records }),
    pageInfo: t.field({
      type: PageInfoType,
      resolve: ({ page }) =>
        pageInfoOf(
          page,
          page.records.map(({ id }) => id),
        ),
    }),
    totalCount: t.int({
      resolve: ({ counts, status }) => (status === 'REVOKED' ? 0 : counts.inForce) + (status === 'IN_FORCE' ? 0 : counts.revoked),
    }),
    inForceCount: t.int({ description: 'Of the filter, whichever status it asks for.', resolve: ({ counts }) => counts.inForce }),
    revokedCount: t.int({ description: 'Likewise.', resolve: ({ counts }) => counts.revoked }),
  }),
});

builder.queryFields((t) => ({
  accountability: t.withAuth({ roles: registerReaders }).field({
    type: AccountabilityType,
    nullable: true,
    description: 'A record by its number; null when it is not there or not for the viewer.',
    args: { number: t.arg.string({ required: true }) },
    resolve: (_root, { number }, { viewer }) => recordByNumber(viewer, number),
  }),
  accountabilities: t.withAuth({ roles: registerReaders }).field({
    type: ConnectionType,
    description: 'The register of accountability (policy 2(2)5), the newest decision first.',
    complexity: ({ first }) => ({ field: 1, multiplier: Math.max(1, (first ?? 50) / 10) }),
    args: {
      asOf: t.arg({ type: 'Day' }),
      filter: t.arg({ type: FilterInput }),
      first: t.arg.int(),
      after: t.arg.string(),
      before: t.arg.string(),
    },
    resolve: async (_root, { asOf: given, filter, first, after, before }, { viewer }) => {
      const size = first ?? 50;
      if (size < 1 || size > limits.pageSize) throw badInput(`每页须在 1 到 ${limits.pageSize} 行之间。`);
      const asOf = asOfDay(given);
      const [page, counts] = await Promise.all([
        pageOfRecords(viewer, asOf, filter ?? {}, { first: size, after, before }),
        countRecords(viewer, asOf, filter ?? {}),
      ]);
      return { page, counts, status: filter?.status };
    },
  }),
}));
