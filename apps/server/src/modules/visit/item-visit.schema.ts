import DataLoader from 'dataloader';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { ItemInterface } from '../item/item.schema.ts';
import type { Viewer } from '../session/viewer.ts';
import { visitsVisibleTo } from './visit.policy.ts';

const originRow = z.object({ itemId: z.string(), number: z.string(), leaderTitle: z.string(), visitedOn: z.string(), place: z.string() });
type VisitOfItem = z.infer<typeof originRow>;

const loaders = new WeakMap<Viewer, DataLoader<string, VisitOfItem | null>>();

/** The visits on which items' needs were heard, as far as the viewer may see them. One loader per request's viewer. */
function loaderOf(viewer: Viewer): DataLoader<string, VisitOfItem | null> {
  const known = loaders.get(viewer);
  if (known) return known;
  const loader = new DataLoader(async (ids: readonly string[]) => {
    const found = await rows(
      originRow,
      sql`SELECT n.item_id AS "itemId", v.number, p.title AS "leaderTitle", v.visited_on AS "visitedOn", v.place
          FROM visit_need n JOIN visit v ON v.id = n.visit_id JOIN post p ON p.id = v.post_id
          WHERE n.item_id = ANY(${ids}::uuid[]) AND ${visitsVisibleTo(viewer)}`,
    );
    const byItem = new Map(found.map((one) => [one.itemId, one]));
    return ids.map((id) => byItem.get(id) ?? null);
  });
  loaders.set(viewer, loader);
  return loader;
}

const VisitOfItemType = builder.objectRef<VisitOfItem>('VisitOfItem').implement({
  description: 'The visit on which the need was heard that became an item.',
  fields: (t) => ({
    number: t.exposeString('number'),
    leaderTitle: t.exposeString('leaderTitle'),
    visitedOn: t.expose('visitedOn', { type: 'Day' }),
    place: t.exposeString('place'),
  }),
});

builder.prismaInterfaceFields(ItemInterface, (t) => ({
  visit: t.field({
    type: VisitOfItemType,
    nullable: true,
    select: { id: true },
    description: 'The visit that it comes from; null where it comes from none, or where that is not for the viewer.',
    resolve: ({ id }, _args, { viewer }) => (viewer ? loaderOf(viewer).load(id) : null),
  }),
}));
