import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type InvestmentMonth, projectInvestment } from './project-investment.query.ts';

const InvestmentMonthType = builder.objectRef<InvestmentMonth>('InvestmentMonth').implement({
  description: 'Investment in projects by the end of a month, cumulative, 万元.',
  fields: (t) => ({
    month: t.exposeString('month', { description: '2014-09.' }),
    planned: t.exposeFloat('planned'),
    actual: t.exposeFloat('actual', { nullable: true, description: 'Null after the last month that anyone reported.' }),
    reported: t.exposeInt('reported', { description: 'Projects that reported the month; the others count with their last figure.' }),
    projects: t.exposeInt('projects', { description: 'Projects of the filter.' }),
  }),
});

builder.queryFields((t) => ({
  projectInvestment: t.withAuth({ signedIn: true }).field({
    type: [InvestmentMonthType],
    description: 'Investment planned and actual, cumulative by month, 万元 (policy 2(2)1).',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => projectInvestment(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
