import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type ComplaintPlace, complainedUnits, complaintCounties } from './complaint-places.query.ts';

const ComplaintPlaceType = builder.objectRef<ComplaintPlace>('ComplaintPlace').implement({
  description: 'The complaints about one unit, or in one county.',
  fields: (t) => ({
    unitId: t.exposeID('unitId', { description: '`NONE`: those that name no unit, or lie in no county.' }),
    unitName: t.exposeString('unitName', { nullable: true, description: 'Short name; null of `NONE`.' }),
    received: t.exposeInt('received'),
    takenOn: t.exposeInt('takenOn', { description: 'Received, and neither waiting, nor refused, nor withdrawn.' }),
    complete: t.exposeInt('complete', { description: '办结, call-back and 销号 included.' }),
    settlementDue: t.exposeInt('settlementDue', { description: '应办结: closed by the day, or still at work after the due day.' }),
    onTime: t.exposeInt('onTime', { description: 'Of 应办结, closed on or before the due day.' }),
    onTimePercent: t.exposeFloat('onTimePercent', { nullable: true, description: 'On time ÷ 应办结, one decimal.' }),
    upheld: t.exposeInt('upheld', { description: 'Found true or partly true.' }),
    red: t.exposeInt('red', { description: 'With a red light.' }),
  }),
});

builder.queryFields((t) => ({
  complainedUnits: t.withAuth({ signedIn: true }).field({
    type: [ComplaintPlaceType],
    description: 'Complaints by the unit complained of, the most complained of first.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => complainedUnits(viewer, asOfDay(asOf), filter ?? {}),
  }),
  complaintCounties: t.withAuth({ signedIn: true }).field({
    type: [ComplaintPlaceType],
    description: 'Complaints by the county in which they lie, every county in its order.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => complaintCounties(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
