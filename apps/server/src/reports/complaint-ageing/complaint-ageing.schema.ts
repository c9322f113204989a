import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { OpenAgeType } from '../open-ageing.schema.ts';
import { complaintAgeing } from './complaint-ageing.query.ts';

builder.queryFields((t) => ({
  complaintAgeing: t.withAuth({ signedIn: true }).field({
    type: [OpenAgeType],
    description: 'Open complaints by working days since 交办, the youngest first.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => complaintAgeing(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
