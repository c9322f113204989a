import { builder } from '../../graphql/builder.ts';
import { DutyKindType, ItemKindType } from '../../graphql/enums.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { LightCountsType } from '../light-counts.ts';
import { type ClauseCoverage, type ClauseDuty, clauseCoverage } from './clause-coverage.query.ts';

const DutyGroupType = builder.enumType('DutyGroup', {
  values: ['DEPARTMENT', 'COUNTY'] as const,
  description: 'DEPARTMENT: all departments. COUNTY: all counties and districts.',
});

const ClauseDutyType = builder.objectRef<ClauseDuty>('ClauseDuty').implement({
  description: 'Who owes a clause: one unit, or all departments or counties as one group.',
  fields: (t) => ({
    duty: t.expose('duty', { type: DutyKindType }),
    group: t.expose('group', { type: DutyGroupType, nullable: true }),
    unitId: t.exposeString('unitId', { nullable: true, description: 'Null for a group.' }),
    unitName: t.exposeString('unitName', { nullable: true, description: 'Short name; null for a group.' }),
    count: t.exposeInt('count', { description: 'Units of the group; 1 for one unit.' }),
  }),
});

const ClauseCoverageType = builder.objectRef<ClauseCoverage>('ClauseCoverage').implement({
  description: 'A clause of the policy: who owes it, what is under way, and what it lacks (mission A19).',
  fields: (t) => ({
    number: t.exposeID('number', { description: 'Part.(section).item, e.g. `2(2)1`.' }),
    parentNumber: t.exposeString('parentNumber', { nullable: true }),
    depth: t.exposeInt('depth', { description: '0 for a part.' }),
    title: t.exposeString('title'),
    titleEn: t.exposeString('titleEn'),
    registers: t.expose('registers', { type: [ItemKindType], description: 'The ledgers that feed this clause.' }),
    dutiesFrom: t.exposeString('dutiesFrom', { nullable: true, description: 'The clause that names the duties: itself, or one above.' }),
    duties: t.field({ type: [ClauseDutyType], resolve: ({ duties }) => duties }),
    items: t.exposeInt('items', { description: 'Items of the clause and of all below it: `ItemFilter.clauses`.' }),
    complete: t.exposeInt('complete', { description: 'Of those: done, as `ItemFilter.isComplete`.' }),
    completePercent: t.exposeFloat('completePercent', { nullable: true, description: 'Complete ÷ items, one decimal.' }),
    unplanned: t.exposeInt('unplanned', { description: 'Of the items: without a plan, as `ItemFilter.isPlanned` false.' }),
    lights: t.field({ type: LightCountsType, resolve: (clause) => clause }),
    isHeading: t.exposeBoolean('isHeading', { description: 'Only groups the clauses below; has no marks.' }),
    hasNoOwner: t.exposeBoolean('hasNoOwner', { description: 'No leading unit, own or shared.' }),
    hasNoRegister: t.exposeBoolean('hasNoRegister', { description: 'No ledger is kept for it.' }),
    hasNoData: t.exposeBoolean('hasNoData', { description: 'A ledger is kept, but no item is in it.' }),
  }),
});

builder.queryFields((t) => ({
  clauseCoverage: t.withAuth({ signedIn: true }).field({
    type: [ClauseCoverageType],
    description: 'The clause tree in its order, with duties, items, lights, rates and gaps.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => clauseCoverage(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
