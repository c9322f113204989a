import './scalars.ts';
import './error-types.ts';
import '../modules/session/session.schema.ts';
import '../modules/campaign/campaign.schema.ts';
import '../modules/unit/unit.schema.ts';
import '../modules/item/item.schema.ts';
import '../modules/item/item-variants.schema.ts';
import '../modules/item/item-queries.schema.ts';
import '../modules/complaint/complaint.schema.ts';
import { builder } from './builder.ts';

/** The whole schema: every module has added its types by now. */
export const schema = builder.toSchema();
