import { builder } from '../../graphql/builder.ts';
import { ZeroContactKindType } from '../../graphql/enums.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { projectZeroContact, type ZeroContactBreachEntry, type ZeroContactCounter } from './project-zero-contact.query.ts';

const EntryType = builder.objectRef<ZeroContactBreachEntry>('ZeroContactBreachEntry').implement({
  description: 'One breach of a zero-contact rule, with its project.',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Of the project.' }),
    title: t.exposeString('title'),
    occurredOn: t.expose('occurredOn', { type: 'Day' }),
    description: t.exposeString('description'),
    unitName: t.exposeString('unitName', { nullable: true, description: 'The unit that broke the rule, short name.' }),
    settledOn: t.expose('settledOn', { type: 'Day', nullable: true }),
  }),
});

const CounterType = builder.objectRef<ZeroContactCounter>('ZeroContactCounter').implement({
  description: 'Breaches of one of the two zero-contact rules; the target is none.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ZeroContactKindType }),
    breaches: t.exposeInt('breaches'),
    projects: t.exposeInt('projects', { description: 'Projects with such a breach.' }),
    unsettled: t.exposeInt('unsettled', { description: 'Not settled by the day.' }),
    thisMonth: t.exposeInt('thisMonth', { description: "Occurred in the day's month." }),
    entries: t.expose('entries', { type: [EntryType], description: 'The newest fifty.' }),
  }),
});

builder.queryFields((t) => ({
  projectZeroContact: t.withAuth({ signedIn: true }).field({
    type: [CounterType],
    description: 'The two zero-contact counters (policy 2(2)1).',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => projectZeroContact(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
