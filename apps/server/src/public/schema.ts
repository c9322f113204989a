import './figures/site.schema.ts';
import './figures/promises.schema.ts';
import './figures/style-totals.schema.ts';
import './figures/complaint-figures.schema.ts';
import './complaint/form.schema.ts';
import './complaint/submit.schema.ts';
import './complaint/answer.schema.ts';
import { builder } from './builder.ts';

/** The whole public schema; printed to apps/server/public.graphql. */
export const publicSchema = builder.toSchema();
