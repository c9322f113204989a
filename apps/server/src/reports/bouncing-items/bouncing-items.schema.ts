import { clock } from '../../clock.ts';
import { builder } from '../../graphql/builder.ts';
import { ItemStateType } from '../../graphql/enums.ts';
import { badInput } from '../../graphql/errors.ts';
import { type BouncingItem, bouncingItems } from './bouncing-items.query.ts';

const BouncedUnitType = builder.objectRef<BouncingItem['units'][number]>('BouncedUnit').implement({
  description: 'A unit that a duty went through.',
  fields: (t) => ({ id: t.exposeID('id'), name: t.exposeString('name', { description: 'Short name.' }) }),
});

const BouncingItemType = builder.objectRef<BouncingItem>('BouncingItem').implement({
  description: 'A duty that was returned as not ours.',
  fields: (t) => ({
    itemId: t.exposeID('itemId'),
    number: t.exposeString('number'),
    title: t.exposeString('title'),
    partId: t.exposeID('partId'),
    unitId: t.exposeID('unitId', { description: 'The unit that has it now.' }),
    state: t.expose('state', { type: ItemStateType }),
    isForced: t.exposeBoolean('isForced', { description: '指定承办.' }),
    units: t.field({ type: [BouncedUnitType], description: 'In order, the present one last.', resolve: ({ units }) => units }),
    returns: t.exposeInt('returns'),
    firstAssignedOn: t.expose('firstAssignedOn', { type: 'Day' }),
    lostWorkingDays: t.exposeInt('lostWorkingDays'),
    total: t.exposeInt('total', { description: 'Bouncing duties, listed or not.' }),
  }),
});

builder.queryFields((t) => ({
  bouncingItems: t.withAuth({ signedIn: true }).field({
    type: [BouncingItemType],
    description: 'Duties under way that were returned as not ours, the most returned first.',
    args: { first: t.arg.int({ defaultValue: 20 }) },
    resolve: (_root, { first }, { viewer }) => {
      const size = first ?? 20;
      if (size < 1 || size > 100) throw badInput('退回事项一次取 1 到 100 行。');
      return bouncingItems(viewer, clock.today(), size);
    },
  }),
}));
