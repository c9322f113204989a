import { itemKinds } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { row, sql } from '../database.ts';
import { builder } from '../graphql/builder.ts';
import { ItemKindType } from '../graphql/enums.ts';
import { unauthenticated } from '../graphql/errors.ts';
import { type Signal, signalsFor } from './hub.ts';

const SignalKindType = builder.enumType('SignalKind', {
  values: ['ITEMS', 'INBOX', 'ALL'] as const,
  description: 'What may look different now: the named items, the own inbox, or anything.',
});

const SignalType = builder.objectRef<Signal>('Signal').implement({
  description: 'Something on an open screen may look different now: read it anew.',
  fields: (t) => ({
    kind: t.expose('kind', { type: SignalKindType }),
    itemIds: t.exposeIDList('itemIds', { description: 'ITEMS: those that the viewer may know of.' }),
    itemKinds: t.expose('itemKinds', { type: [ItemKindType], description: 'ITEMS: their registers.' }),
  }),
});

const sharedKindsRow = z.object({ shared_kinds: z.array(z.enum(itemKinds)) });

builder.subscriptionType({
  description: 'Live updates, over server-sent events at /graphql/stream.',
  fields: (t) => ({
    changes: t.field({
      type: SignalType,
      authScopes: { signedIn: true },
      description: 'Signals of what the viewer may see, within a second of the change.',
      subscribe: async (_root, _args, { viewer }) => {
        if (!viewer) throw unauthenticated();
        const { shared_kinds } = await row(sharedKindsRow, sql`SELECT shared_kinds::text[] AS shared_kinds FROM campaign`);
        return signalsFor(viewer, shared_kinds);
      },
      resolve: (signal) => signal,
    }),
  }),
});
