import { builder } from '../../graphql/builder.ts';
import { LightType } from '../../graphql/enums.ts';
import { badInput } from '../../graphql/errors.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type SlowLivelihoodWork, slowestLivelihoodWorks } from './slowest-livelihood-works.query.ts';

const SlowLivelihoodWorkType = builder.objectRef<SlowLivelihoodWork>('SlowLivelihoodWork').implement({
  description: 'An open livelihood work behind its plan.',
  fields: (t) => ({
    number: t.exposeString('number'),
    title: t.exposeString('title'),
    unitName: t.exposeString('unitName', { description: 'Lead unit, short name.' }),
    light: t.expose('light', { type: LightType, nullable: true }),
    progressPercent: t.exposeFloat('progressPercent', { description: '0–100.' }),
    plannedPercent: t.exposeFloat('plannedPercent', { description: 'By the last month whose report is due, 0–100.' }),
    lagPoints: t.exposeFloat('lagPoints', { description: 'Plan minus progress, percentage points.' }),
  }),
});

builder.queryFields((t) => ({
  slowestLivelihoodWorks: t.withAuth({ signedIn: true }).field({
    type: [SlowLivelihoodWorkType],
    description: 'Open livelihood works behind their plan, the furthest behind first.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }), first: t.arg.int({ defaultValue: 10 }) },
    resolve: (_root, { asOf, filter, first }, { viewer }) => {
      const size = first ?? 10;
      if (size < 1 || size > 100) throw badInput('滞后工程一次取 1 到 100 项。');
      return slowestLivelihoodWorks(viewer, asOfDay(asOf), filter ?? {}, size);
    },
  }),
}));
