import { clock } from '../../clock.ts';
import { shared } from '../../shared.ts';
import { builder } from '../builder.ts';
import { TermType } from '../term.schema.ts';
import { type CountyProgress, type PromisedWork, promiseStates, promises } from './promises.query.ts';

const PromiseStateType = builder.enumType('PromiseState', {
  values: promiseStates,
  description: 'NOT_REPORTED: the report of the last month is overdue.',
});

const CountyProgressType = builder.objectRef<CountyProgress>('CountyProgress').implement({
  description: "A county's share of a work, in the work's unit.",
  fields: (t) => ({
    county: t.exposeString('county'),
    countyEn: t.exposeString('countyEn'),
    target: t.exposeFloat('target'),
    actual: t.exposeFloat('actual', { description: 'The last one reported.' }),
    percent: t.exposeFloat('percent', {
      nullable: true,
      description: 'Actual ÷ target, one decimal; may pass 100; null without a target.',
    }),
  }),
});

const PromiseType = builder.objectRef<PromisedWork>('Promise').implement({
  description: 'A livelihood work that was promised to the public (policy 2(4)1).',
  fields: (t) => ({
    number: t.exposeString('number'),
    title: t.exposeString('title'),
    programme: t.expose('programme', { type: TermType }),
    promise: t.exposeString('promise', { nullable: true, description: 'What was promised to the public, as published.' }),
    dutyUnit: t.exposeString('dutyUnit'),
    quantity: t.exposeFloat('quantity', { description: 'Target for the year.' }),
    quantityUnit: t.exposeString('quantityUnit'),
    actual: t.exposeFloat('actual', { description: "The work's last monthly figure, or the sum of what the counties reported." }),
    percent: t.exposeFloat('percent', { nullable: true, description: '0–100, one decimal.' }),
    plannedPercent: t.exposeFloat('plannedPercent', {
      nullable: true,
      description: 'What the plan asks for by the last month whose report is due; null without a monthly plan.',
    }),
    state: t.expose('state', { type: PromiseStateType }),
    dueOn: t.expose('dueOn', { type: 'Day', nullable: true }),
    counties: t.expose('counties', { type: [CountyProgressType] }),
  }),
});

const published = () => shared('promises', () => promises(clock.today()));

builder.queryFields((t) => ({
  promises: t.field({
    type: [PromiseType],
    description: 'Livelihood works that were set PUBLIC and passed by a reviewer, in the order of programme and number.',
    resolve: published,
  }),
  promise: t.field({
    type: PromiseType,
    nullable: true,
    description: 'One of them; null where there is none of this number, or it is not public.',
    args: { number: t.arg.string({ required: true }) },
    resolve: async (_root, { number }) => (await published()).find((work) => work.number === number) ?? null,
  }),
}));
