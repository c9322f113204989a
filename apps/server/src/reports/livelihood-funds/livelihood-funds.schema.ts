import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type LivelihoodFunds, livelihoodFunds } from './livelihood-funds.query.ts';

const LivelihoodFundsType = builder.objectRef<LivelihoodFunds>('LivelihoodFunds').implement({
  description: 'Funds in 万元 of one livelihood work, of a programme (no number), or of all (no programme).',
  fields: (t) => ({
    programme: t.exposeString('programme', { nullable: true, description: 'Code of the dictionary `livelihood-programme`.' }),
    programmeName: t.exposeString('programmeName', { nullable: true }),
    programmeNameEn: t.exposeString('programmeNameEn', { nullable: true }),
    number: t.exposeString('number', { nullable: true }),
    title: t.exposeString('title', { nullable: true }),
    works: t.exposeInt('works', { description: 'Works with planned funds.' }),
    planned: t.exposeFloat('planned', { description: 'For the year.' }),
    arrived: t.exposeFloat('arrived', { description: 'By the newest month reported by the day.' }),
    paid: t.exposeFloat('paid', { description: 'By the newest month reported by the day.' }),
    arrivedPercent: t.exposeFloat('arrivedPercent', { nullable: true, description: 'Arrived ÷ planned.' }),
    paidPercent: t.exposeFloat('paidPercent', { nullable: true, description: 'Paid ÷ arrived; null when nothing arrived.' }),
    arrivedLag: t.exposeFloat('arrivedLag', { description: 'Planned − arrived.' }),
    paidLag: t.exposeFloat('paidLag', { description: 'Arrived − paid.' }),
  }),
});

builder.queryFields((t) => ({
  livelihoodFunds: t.withAuth({ signedIn: true }).field({
    type: [LivelihoodFundsType],
    description: 'Funds planned, arrived and paid: of all, then per programme with its works.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => livelihoodFunds(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
