import { builder } from '../../graphql/builder.ts';
import { badInput } from '../../graphql/errors.ts';
import { dueMonth, periodProblem } from '../../modules/monthly-report/monthly-period.ts';
import { MonthlyReportStateType } from '../../modules/monthly-report/monthly-report.schema.ts';
import { burden, type UnitBurden } from './burden.query.ts';

const UnitBurdenType = builder.objectRef<UnitBurden>('UnitBurden').implement({
  description: 'Burden meter: what a month asks of a unit, and how far its report is.',
  fields: (t) => ({
    unitId: t.exposeID('unitId'),
    unitName: t.exposeString('unitName', { description: 'Short name.' }),
    items: t.exposeInt('items', { description: 'Items asked about.' }),
    askedCount: t.exposeInt('asked', { description: 'Fields asked.' }),
    withLastCount: t.exposeInt('withLast', { description: "Of these, with last month's value." }),
    filledCount: t.exposeInt('filled', { description: 'Of these, filled in.' }),
    missingCount: t.exposeInt('missing', { description: 'Required fields still empty.' }),
    state: t.expose('state', { type: MonthlyReportStateType }),
    sentAt: t.expose('sentAt', { type: 'Instant', nullable: true }),
  }),
});

builder.queryFields((t) => ({
  burden: t.withAuth({ signedIn: true }).field({
    type: [UnitBurdenType],
    description: 'Fields asked of each unit for a month, by default the last one ended; of the units whose forms the viewer may see.',
    args: { periodOn: t.arg({ type: 'Day' }) },
    resolve: async (_root, { periodOn }, { viewer }) => {
      const period = String(periodOn ?? dueMonth());
      const problem = await periodProblem(period);
      if (problem) throw badInput(problem.message);
      return burden(viewer, period);
    },
  }),
}));
