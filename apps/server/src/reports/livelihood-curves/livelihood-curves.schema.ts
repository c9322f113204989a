import { builder } from '../../graphql/builder.ts';
import { LightType } from '../../graphql/enums.ts';
import { badInput } from '../../graphql/errors.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type CurvePoint, type LivelihoodCurve, livelihoodCurves } from './livelihood-curves.query.ts';

const CurvePointType = builder.objectRef<CurvePoint>('LivelihoodCurvePoint').implement({
  description: "A month of a livelihood work, cumulative in the work's unit.",
  fields: (t) => ({
    month: t.exposeString('month', { description: '2014-09.' }),
    planned: t.exposeFloat('planned', { nullable: true }),
    actual: t.exposeFloat('actual', { nullable: true, description: 'Null: not reported by the day.' }),
  }),
});

const LivelihoodCurveType = builder.objectRef<LivelihoodCurve>('LivelihoodCurve').implement({
  description: 'Plan and actual of one livelihood work over the months (policy 2(4)1).',
  fields: (t) => ({
    number: t.exposeString('number'),
    title: t.exposeString('title'),
    unitName: t.exposeString('unitName', { description: 'Lead unit, short name.' }),
    light: t.expose('light', { type: LightType, nullable: true }),
    quantity: t.exposeFloat('quantity', { description: 'Target for the year.' }),
    quantityUnit: t.exposeString('quantityUnit'),
    progressPercent: t.exposeFloat('progressPercent', { description: '0–100.' }),
    plannedPercent: t.exposeFloat('plannedPercent', { description: 'By the last month whose report is due, 0–100.' }),
    lagPoints: t.exposeFloat('lagPoints', { description: 'Plan minus progress, percentage points; negative when ahead.' }),
    reportedThrough: t.exposeString('reportedThrough', { nullable: true, description: 'Last month whose report is due, 2014-08.' }),
    total: t.exposeInt('total', { description: 'How many works the filter holds.' }),
    points: t.expose('points', { type: [CurvePointType] }),
  }),
});

builder.queryFields((t) => ({
  livelihoodCurves: t.withAuth({ signedIn: true }).field({
    type: [LivelihoodCurveType],
    description: 'Plan against actual of each work, the furthest behind first.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }), first: t.arg.int({ defaultValue: 12 }) },
    resolve: (_root, { asOf, filter, first }, { viewer }) => {
      const size = first ?? 12;
      if (size < 1 || size > 100) throw badInput('计划曲线一次取 1 到 100 项。');
      return livelihoodCurves(viewer, asOfDay(asOf), filter ?? {}, size);
    },
  }),
}));
