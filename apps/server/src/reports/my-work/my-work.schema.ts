import { remainingDays } from '@duban/rules/limits';
import { calendar, clock } from '../../clock.ts';
import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { LightType, WorkNeedType } from '../../graphql/enums.ts';
import { badInput } from '../../graphql/errors.ts';
import { ItemInterface, oneItem } from '../../modules/item/item.schema.ts';
import { countMyWork, myWork, type Work, type WorkCount } from './my-work.query.ts';

const most = 200;

const WorkType = builder.objectRef<Work>('Work').implement({
  description: 'One thing that waits on the viewer.',
  fields: (t) => ({
    id: t.id({ resolve: ({ need, itemId, partId }) => `${need}/${partId ?? itemId}` }),
    need: t.expose('need', { type: WorkNeedType }),
    bitesOn: t.expose('bitesOn', { type: 'Day', description: 'The day after which it is late.' }),
    remainingWorkingDays: t.int({
      nullable: true,
      description: 'Working days left until then; negative when late.',
      resolve: ({ bitesOn }) => remainingDays(calendar, bitesOn, clock.today()),
    }),
    light: t.expose('light', { type: LightType, nullable: true, description: 'Light of the part, or of the matter.' }),
    // Prisma gathers the look-ups of one tick into one.
    item: t.prismaField({ type: ItemInterface, resolve: (query, { itemId }) => oneItem(query, itemId) }),
    part: t.prismaField({
      type: 'ItemUnit',
      nullable: true,
      description: 'The part that waits; null when the whole matter does.',
      resolve: (query, { partId }) => db.itemUnit.findUnique({ ...query, where: { id: partId ?? noPart } }),
    }),
  }),
});
const noPart = '00000000-0000-0000-0000-000000000000';

const WorkCountType = builder.objectRef<WorkCount>('WorkCount').implement({
  description: 'How much of one kind waits on the viewer.',
  fields: (t) => ({
    need: t.expose('need', { type: WorkNeedType, nullable: true, description: 'Null: all of them together.' }),
    count: t.exposeInt('count'),
    late: t.exposeInt('late', { description: 'Of these, late today.' }),
  }),
});

builder.queryFields((t) => ({
  myWork: t.withAuth({ signedIn: true }).field({
    type: [WorkType],
    description: 'What waits on the viewer, what bites first coming first.',
    complexity: ({ first }) => ({ field: 1, multiplier: Math.max(1, (first ?? 50) / 5) }),
    args: {
      needs: t.arg({ type: [WorkNeedType], description: 'Only these kinds.' }),
      bitesBy: t.arg({ type: 'Day', description: 'Only what bites by this day.' }),
      first: t.arg.int({ defaultValue: 50 }),
      skip: t.arg.int({ defaultValue: 0 }),
    },
    resolve: (_root, { needs, bitesBy, first, skip }, { viewer }) => {
      const page = { first: first ?? 50, skip: skip ?? 0 };
      if (page.first < 1 || page.first > most || page.skip < 0) throw badInput(`一次取 1 到 ${most} 条。`);
      return myWork(viewer, { needs: needs ?? null, bitesBy: bitesBy ?? null }, page);
    },
  }),
  myWorkCounts: t.withAuth({ signedIn: true }).field({
    type: [WorkCountType],
    description: 'Counts of what waits on the viewer: all first, then per kind; kinds without any are left out.',
    args: { needs: t.arg({ type: [WorkNeedType], description: 'Only these kinds.' }) },
    resolve: (_root, { needs }, { viewer }) => countMyWork(viewer, needs ?? null),
  }),
}));
