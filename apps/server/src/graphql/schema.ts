import './scalars.ts';
import './error-types.ts';
import '../modules/session/session.schema.ts';
import '../modules/campaign/campaign.schema.ts';
import '../modules/unit/unit.schema.ts';
import '../modules/item/item.schema.ts';
import '../modules/item/item-variants.schema.ts';
import '../modules/item/item-queries.schema.ts';
import '../modules/complaint/complaint.schema.ts';
import '../modules/exchange/exchange.schema.ts';
import '../reports/theme-headlines/theme-headlines.schema.ts';
import '../reports/red-list/red-list.schema.ts';
import '../reports/found-and-closed/found-and-closed.schema.ts';
import '../reports/unit-ranking/unit-ranking.schema.ts';
import '../reports/county-tiles/county-tiles.schema.ts';
import '../reports/slowest-livelihood-works/slowest-livelihood-works.schema.ts';
import '../reports/overdue-by-unit/overdue-by-unit.schema.ts';
import '../reports/style-categories/style-categories.schema.ts';
import '../reports/style-heat-map/style-heat-map.schema.ts';
import '../reports/style-write-off-time/style-write-off-time.schema.ts';
import '../reports/style-repeats/style-repeats.schema.ts';
import '../reports/complaint-intake/complaint-intake.schema.ts';
import '../reports/complaint-outcomes/complaint-outcomes.schema.ts';
import '../reports/complaint-ageing/complaint-ageing.schema.ts';
import '../reports/clause-coverage/clause-coverage.schema.ts';
import { builder } from './builder.ts';

/** The whole schema: every module has added its types by now. */
export const schema = builder.toSchema();
