import { builder } from '../../graphql/builder.ts';
import { ThemeType } from '../../graphql/enums.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { LightCountsType } from '../light-counts.ts';
import { type HeadlinePoint, type ThemeHeadline, themeHeadlines } from './theme-headlines.query.ts';

const HeadlinePointType = builder.objectRef<HeadlinePoint>('ThemeHeadlinePoint').implement({
  description: "A theme's headline rate at the end of one day.",
  fields: (t) => ({
    day: t.expose('day', { type: 'Day' }),
    numerator: t.exposeFloat('numerator'),
    denominator: t.exposeInt('denominator'),
    percent: t.exposeFloat('percent', { nullable: true, description: 'One decimal; null when there is nothing to count.' }),
  }),
});

const ThemeHeadlineType = builder.objectRef<ThemeHeadline>('ThemeHeadline').implement({
  description:
    'The rate by which a theme is judged. STYLE 整改到位率: complete ÷ found. EFFICIENCY 按时办结率: projects and complaints closed in time ÷ closed or past their due day. HARD_PROBLEMS 破解率: solved ÷ all. LIVELIHOOD 完成率: mean progress of the works.',
  fields: (t) => ({
    theme: t.expose('theme', { type: ThemeType }),
    day: t.expose('day', { type: 'Day', description: 'As of the end of this day.' }),
    numerator: t.exposeFloat('numerator', { description: 'Items; for LIVELIHOOD whole works that the progress amounts to, one decimal.' }),
    denominator: t.exposeInt('denominator', { description: 'Items.' }),
    percent: t.exposeFloat('percent', { nullable: true, description: 'One decimal; null when there is nothing to count.' }),
    changePoints: t.exposeFloat('changePoints', { nullable: true, description: 'Percentage points since the end of the month before.' }),
    plannedPercent: t.exposeFloat('plannedPercent', {
      nullable: true,
      description: 'LIVELIHOOD: what the plans ask for by the last month whose report is due, on average.',
    }),
    lights: t.expose('lights', { type: LightCountsType }),
    course: t.expose('course', { type: [HeadlinePointType], description: 'The ends of the six months before, and the day itself.' }),
  }),
});

builder.queryFields((t) => ({
  themeHeadlines: t.withAuth({ signedIn: true }).field({
    type: [ThemeHeadlineType],
    description: 'The four themes in their order, over the items that the viewer may see.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => themeHeadlines(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
