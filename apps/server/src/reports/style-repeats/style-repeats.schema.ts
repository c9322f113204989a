import { builder } from '../../graphql/builder.ts';
import { badInput } from '../../graphql/errors.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type StyleRepeat, styleRepeats } from './style-repeats.query.ts';

const StyleRepeatType = builder.objectRef<StyleRepeat>('StyleRepeat').implement({
  description: 'A unit and category in which style problems came back after write-off.',
  fields: (t) => ({
    unitId: t.exposeID('unitId'),
    unitName: t.exposeString('unitName', { description: 'Short name.' }),
    category: t.exposeID('category'),
    categoryName: t.exposeString('categoryName'),
    categoryNameEn: t.exposeString('categoryNameEn'),
    count: t.exposeInt('count'),
    total: t.exposeInt('total', { description: 'Repeats of all units and categories.' }),
  }),
});

builder.queryFields((t) => ({
  styleRepeats: t.withAuth({ signedIn: true }).field({
    type: [StyleRepeatType],
    description: 'Where style problems come back, the most first.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }), first: t.arg.int({ defaultValue: 10 }) },
    resolve: (_root, { asOf, filter, first }, { viewer }) => {
      const size = first ?? 10;
      if (size < 1 || size > 100) throw badInput('重复问题一次取 1 到 100 行。');
      return styleRepeats(viewer, asOfDay(asOf), filter ?? {}, size);
    },
  }),
}));
