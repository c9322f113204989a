import { builder } from '../../graphql/builder.ts';
import { ItemActionType } from '../../graphql/enums.ts';
import { badInput } from '../../graphql/errors.ts';
import { ItemInterface, oneItem } from '../../modules/item/item.schema.ts';
import { type Movement, movements } from './movements.query.ts';

const MovementType = builder.objectRef<Movement>('Movement').implement({
  description: 'An item that moved, with its last act.',
  fields: (t) => ({
    id: t.id({ resolve: ({ itemId }) => `movement/${itemId}` }),
    item: t.prismaField({ type: ItemInterface, resolve: (query, { itemId }) => oneItem(query, itemId) }),
    at: t.expose('at', { type: 'Instant' }),
    actorTitle: t.exposeString('actorTitle'),
    action: t.expose('action', { type: ItemActionType }),
    count: t.exposeInt('count', { description: 'Acts on it since then.' }),
    total: t.exposeInt('total', { description: 'Items that moved, listed or not.' }),
  }),
});

builder.queryFields((t) => ({
  movements: t.withAuth({ signedIn: true }).field({
    type: [MovementType],
    description: 'What others moved since an instant, the newest first.',
    complexity: ({ first }) => ({ field: 1, multiplier: Math.max(1, (first ?? 20) / 5) }),
    args: { since: t.arg({ type: 'Instant', required: true }), first: t.arg.int({ defaultValue: 20 }) },
    resolve: (_root, { since, first }, { viewer }) => {
      const size = first ?? 20;
      if (size < 1 || size > 100) throw badInput('一次取 1 到 100 件。');
      return movements(viewer, since, size);
    },
  }),
}));
