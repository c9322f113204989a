import { clock } from '../../clock.ts';
import { builder } from '../../graphql/builder.ts';
import { ItemActionType, ItemKindType, ItemStateType } from '../../graphql/enums.ts';
import { badInput } from '../../graphql/errors.ts';
import { type StuckPart, stuckOn, stuckParts } from './stuck-parts.query.ts';

const StuckOnType = builder.enumType('StuckOn', { values: stuckOn, description: 'On whom a part is stuck.' });

const StuckPartType = builder.objectRef<StuckPart>('StuckPart').implement({
  description: 'A part on which nobody acted for long.',
  fields: (t) => ({
    itemId: t.exposeID('itemId'),
    number: t.exposeString('number'),
    title: t.exposeString('title'),
    version: t.exposeInt('version', { description: "The item's." }),
    partId: t.exposeID('partId'),
    unitId: t.exposeID('unitId'),
    unitName: t.exposeString('unitName', { description: 'Short name.' }),
    state: t.expose('state', { type: ItemStateType }),
    on: t.expose('on', { type: StuckOnType }),
    dueOn: t.expose('dueOn', { type: 'Day' }),
    since: t.expose('since', { type: 'Day', description: 'Day of the last act, or on which it was assigned.' }),
    stillWorkingDays: t.exposeInt('stillWorkingDays'),
    lastAction: t.expose('lastAction', { type: ItemActionType, nullable: true }),
    lastActor: t.exposeString('lastActor', { nullable: true, description: 'Post, as it stood.' }),
    total: t.exposeInt('total', { description: 'Stuck parts, listed or not.' }),
  }),
});

builder.queryFields((t) => ({
  stuckParts: t.withAuth({ signedIn: true }).field({
    type: [StuckPartType],
    description: 'Parts on which nobody acted for more than so many working days, the longest first.',
    args: {
      moreThanWorkingDays: t.arg.int({ defaultValue: 10 }),
      first: t.arg.int({ defaultValue: 20 }),
      kinds: t.arg({ type: [ItemKindType], description: 'Only these registers.' }),
      inCharge: t.arg.boolean({ defaultValue: false, description: 'Only those that a vice mayor leads or oversees; no limit for others.' }),
    },
    resolve: (_root, { moreThanWorkingDays, first, inCharge, kinds }, { viewer }) => {
      const [days, size] = [moreThanWorkingDays ?? 10, first ?? 20];
      if (days < 0 || days > 1000) throw badInput('停滞天数须在 0 到 1000 个工作日之间。');
      if (size < 1 || size > 100) throw badInput('停滞事项一次取 1 到 100 行。');
      return stuckParts(viewer, clock.today(), days, size, { inCharge: inCharge ?? false, ...(kinds?.length ? { kinds } : {}) });
    },
  }),
}));
