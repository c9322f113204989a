import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { LightCountsType } from '../light-counts.ts';
import { type RectificationDisorder, rectificationDisorders } from './rectification-disorders.query.ts';

const DisorderType = builder.objectRef<RectificationDisorder>('RectificationDisorder').implement({
  description: 'The listed problems of one kind of disorder (三乱).',
  fields: (t) => ({
    code: t.exposeID('code', { description: "Code of the rectification's own list; `NONE`: problems of no such kind." }),
    name: t.exposeString('name', { nullable: true }),
    nameEn: t.exposeString('nameEn', { nullable: true }),
    listed: t.exposeInt('listed'),
    listedFixed: t.exposeInt('listedFixed', { description: 'Closed (办结), written off ones included.' }),
    open: t.exposeInt('open'),
    overdue: t.exposeInt('overdue', { description: 'Open past the due day.' }),
    lights: t.field({ type: LightCountsType, resolve: (disorder) => disorder }),
  }),
});

builder.queryField('rectificationDisorders', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: [DisorderType],
    description: 'Listed problems by kind of disorder: of the roads (4) or of enforcement (3), empty for the other rectifications.',
    args: {
      code: t.arg.id({ required: true }),
      asOf: t.arg({ type: 'Day' }),
      unitId: t.arg.id({ description: 'Months of this unit alone.' }),
      filter: t.arg({ type: ItemFilterInput, description: 'Problems within.' }),
    },
    resolve: (_root, { asOf, ...choice }, { viewer }) => rectificationDisorders(viewer, asOfDay(asOf), choice),
  }),
);
