import { builder } from '../../graphql/builder.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { visitReaders } from '../../modules/visit/visit.policy.ts';
import { LeaderGroupType } from '../../modules/visit/visit.schema.ts';
import { type NeedUnit, visitNeedUnits } from './visit-need-units.query.ts';

const UnitType = builder.objectRef<NeedUnit>('VisitNeedUnit').implement({
  description: 'Needs charged to one department.',
  fields: (t) => ({
    unitId: t.exposeID('unitId', { nullable: true, description: 'Null: charged to nobody, answered on the spot.' }),
    unitName: t.exposeString('unitName', { nullable: true }),
    needs: t.exposeInt('needs'),
    answered: t.exposeInt('answered'),
    becameItems: t.exposeInt('becameItems'),
    percent: t.exposeFloat('percent', { description: 'Answered of raised, one decimal.' }),
  }),
});

builder.queryField('visitNeedUnits', (t) =>
  t.withAuth({ roles: visitReaders }).field({
    type: [UnitType],
    description: 'Needs raised and answered by department charged, the most needs first.',
    args: {
      asOf: t.arg({ type: 'Day' }),
      from: t.arg({ type: 'Day', description: 'Day of the visit, included.' }),
      to: t.arg({ type: 'Day', description: 'Day of the visit, included.' }),
      group: t.arg({ type: LeaderGroupType }),
      within: t.arg.string({ description: 'A unit and all below it.' }),
    },
    resolve: (_root, { asOf, ...filter }, { viewer }) => visitNeedUnits(viewer, asOfDay(asOf), filter),
  }),
);
