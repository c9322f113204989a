import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { ChannelMonthType } from '../channel-months.schema.ts';
import { LightCountsType } from '../light-counts.ts';
import {
  type ComplaintClass,
  type ComplaintIntakePeriod,
  complaintClasses,
  complaintIntake,
  complaintIntakeCourse,
  intakePeriods,
} from './complaint-intake.query.ts';

const IntakePeriodType = builder.enumType('IntakePeriod', {
  values: intakePeriods,
  description: 'DAY: thirty days. MONTH: twelve months.',
});

const ComplaintIntakePeriodType = builder.objectRef<ComplaintIntakePeriod>('ComplaintIntakePeriod').implement({
  description: 'Complaints received in one day or month.',
  fields: (t) => ({
    period: t.exposeString('period', { description: '`2014-09-30` or `2014-09`.' }),
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day', description: 'The last day of the period, or the as-of day.' }),
    count: t.exposeInt('count'),
  }),
});

const ComplaintClassType = builder.objectRef<ComplaintClass>('ComplaintClass').implement({
  description: 'One of the four classes of complaints (policy 2(2)5), or those without a class yet.',
  fields: (t) => ({
    code: t.exposeID('code', { description: 'Code of the dictionary `complaint-class`; `NONE`: without a class yet.' }),
    name: t.exposeString('name', { nullable: true, description: 'Null of `NONE`.' }),
    nameEn: t.exposeString('nameEn', { nullable: true }),
    received: t.exposeInt('received'),
    takenOn: t.exposeInt('takenOn', { description: 'Received, and neither waiting, nor refused, nor withdrawn.' }),
    complete: t.exposeInt('complete', { description: '办结, call-back and 销号 included.' }),
    completePercent: t.exposeFloat('completePercent', { nullable: true, description: 'Complete ÷ taken on, one decimal.' }),
    lights: t.field({ type: LightCountsType, resolve: (one) => one }),
  }),
});

builder.queryFields((t) => ({
  complaintIntake: t.withAuth({ signedIn: true }).field({
    type: [ChannelMonthType],
    description: 'Complaints by month received and channel, twelve months at most, every channel in every month.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => complaintIntake(viewer, asOfDay(asOf), filter ?? {}),
  }),
  complaintIntakeCourse: t.withAuth({ signedIn: true }).field({
    type: [ComplaintIntakePeriodType],
    description: 'Complaints by the day or month in which they were received, the earliest first, those without any included.',
    args: {
      by: t.arg({ type: IntakePeriodType, required: true }),
      asOf: t.arg({ type: 'Day' }),
      filter: t.arg({ type: ItemFilterInput }),
    },
    resolve: (_root, { by, asOf, filter }, { viewer }) => complaintIntakeCourse(viewer, asOfDay(asOf), by, filter ?? {}),
  }),
  complaintClasses: t.withAuth({ signedIn: true }).field({
    type: [ComplaintClassType],
    description: 'Complaints by class, in the order of the policy.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => complaintClasses(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
