import { builder } from '../../graphql/builder.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { visitReaders } from '../../modules/visit/visit.policy.ts';
import { LeaderGroupType } from '../../modules/visit/visit.schema.ts';
import { type VisitFigures, visitFigures } from './visit-figures.query.ts';

const FiguresType = builder.objectRef<VisitFigures>('VisitFigures').implement({
  description: 'What visits came to.',
  fields: (t) => ({
    visits: t.exposeInt('visits'),
    frontLine: t.exposeInt('frontLine', { description: 'With the tag of front-line work.' }),
    needs: t.exposeInt('needs', { description: 'Needs raised.' }),
    answered: t.exposeInt('answered', { description: 'On the spot, later, or because the item that they became is done.' }),
    answeredPercent: t.exposeFloat('answeredPercent', { nullable: true, description: 'Of the needs raised, one decimal.' }),
    becameItems: t.exposeInt('becameItems'),
  }),
});

builder.queryField('visitFigures', (t) =>
  t.withAuth({ roles: visitReaders }).field({
    type: FiguresType,
    description: 'Visits, their needs, and what became of these.',
    args: {
      asOf: t.arg({ type: 'Day' }),
      from: t.arg({ type: 'Day', description: 'Day of the visit, included.' }),
      to: t.arg({ type: 'Day', description: 'Day of the visit, included.' }),
      group: t.arg({ type: LeaderGroupType }),
      within: t.arg.string({ description: 'A unit and all below it.' }),
    },
    resolve: (_root, { asOf, ...filter }, { viewer }) => visitFigures(viewer, asOfDay(asOf), filter),
  }),
);
