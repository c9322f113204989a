import { builder } from '../../graphql/builder.ts';
import { badInput } from '../../graphql/errors.ts';
import { limits } from '../../graphql/limits.ts';
import { PageInfoType, pageInfoOf } from '../../graphql/page-info.ts';
import { asOfDay } from '../item/standing.ts';
import { pageOfNeeds } from './need-list.ts';
import { visitReaders } from './visit.policy.ts';
import { LeaderGroupType, NeedOutcomeType, NeedType, VisitType } from './visit.schema.ts';
import { countVisits, pageOfVisits, type VisitFilter, type VisitPage, visitStatuses } from './visit-list.ts';

const StatusType = builder.enumType('VisitStatus', { values: visitStatuses, description: '有效, 已撤回.' });
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

interface Connection {
  page: VisitPage;
  counts: { inForce: number; withdrawn: number };
  status: VisitFilter['status'];
}

const ConnectionType = builder.objectRef<Connection>('VisitConnection').implement({
  description: 'A page of visits.',
  fields: (t) => ({
    nodes: t.field({ type: [VisitType], resolve: ({ page }) => page.visits }),
    pageInfo: t.field({
      type: PageInfoType,
      resolve: ({ page }) =>
        pageInfoOf(
          page,
          page.visits.map(({ id }) => id),
        ),
    }),
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
