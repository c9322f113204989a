import { clock } from '../../clock.ts';
import { shared } from '../../shared.ts';
import { builder } from '../builder.ts';
import { TermType } from '../term.schema.ts';
import { type StyleTotal, styleTotals } from './style-totals.query.ts';

const StyleTotalType = builder.objectRef<StyleTotal>('StyleTotal').implement({
  description: 'One of the ten kinds of style problems (policy 2(1)).',
  fields: (t) => ({
    category: t.expose('category', { type: TermType }),
    found: t.exposeInt('found', { description: '查摆: all found by the day.' }),
    rectified: t.exposeInt('rectified', { description: '整改到位.' }),
    percent: t.exposeFloat('percent', { nullable: true, description: 'Rectified ÷ found, one decimal; null without any.' }),
  }),
});

builder.queryFields((t) => ({
  styleTotals: t.field({
    type: [StyleTotalType],
    description: 'The ten style problems: totals of the whole city by category.',
    resolve: () => shared('styleTotals', () => styleTotals(clock.today())),
  }),
}));
