import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { LightCountsType } from '../light-counts.ts';
import { type StyleCategory, styleCategories } from './style-categories.query.ts';

const StyleCategoryType = builder.objectRef<StyleCategory>('StyleCategory').implement({
  description: 'One of the ten kinds of style problems (policy 2(1)).',
  fields: (t) => ({
    category: t.exposeID('category', { description: 'Code of the dictionary `style-category`.' }),
    name: t.exposeString('name'),
    nameEn: t.exposeString('nameEn'),
    found: t.exposeInt('found', { description: '查摆: all found by the day.' }),
    rectified: t.exposeInt('rectified', { description: '整改到位: class 到位, or closed on acceptance.' }),
    rectifiedPercent: t.exposeFloat('rectifiedPercent', { nullable: true, description: 'Rectified ÷ found, one decimal.' }),
    writtenOff: t.exposeInt('writtenOff', { description: '销号.' }),
    repeats: t.exposeInt('repeats', { description: 'Found again in the same unit and category after write-off.' }),
    medianWriteOffWorkingDays: t.exposeFloat('medianWriteOffWorkingDays', {
      nullable: true,
      description: 'Median of working days from the day found to 销号.',
    }),
    lights: t.field({ type: LightCountsType, resolve: (category) => category }),
  }),
});

builder.queryFields((t) => ({
  styleCategories: t.withAuth({ signedIn: true }).field({
    type: [StyleCategoryType],
    description: 'Found, rectified, written off and repeated per category, in the order of the policy.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => styleCategories(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
