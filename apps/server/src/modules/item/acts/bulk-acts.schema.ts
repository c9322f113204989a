import type { ItemAction } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { builder } from '../../../graphql/builder.ts';
import { InputError } from '../../../graphql/errors.ts';
import { once } from '../../../graphql/once.ts';
import { performMany } from './bulk-acts.ts';
import { type BulkResult, bulkResult } from './each-of-many.ts';

const most = 500;

const BulkRowInput = builder.inputType('BulkRow', {
  description: 'One of many matters, or one part of it, at the version seen.',
  fields: (t) => ({ itemId: t.id({ required: true }), partId: t.id(), version: t.int({ required: true }) }),
});

const BulkResultType = builder.objectRef<BulkResult>('BulkResult').implement({
  description: 'What became of one of many.',
  fields: (t) => ({
    itemId: t.exposeID('itemId'),
    number: t.exposeString('number'),
    done: t.exposeBoolean('done'),
    message: t.exposeString('message', { nullable: true, description: 'Why not, in Chinese.' }),
  }),
});

export const BulkDone = builder.objectRef<{ results: BulkResult[] }>('BulkDone').implement({
  description: 'Each is done whole or left as it was.',
  fields: (t) => ({ results: t.field({ type: [BulkResultType], resolve: ({ results }) => results }) }),
});

const bulkActs: { mutation: string; action: ItemAction; takesDueOn: boolean; description: string }[] = [
  { mutation: 'signParts', action: 'SIGN', takesDueOn: false, description: '批量签收.' },
  { mutation: 'signOffReports', action: 'SIGN_OFF_REPORT', takesDueOn: false, description: '批量签发.' },
  { mutation: 'takePartsIntoReview', action: 'TAKE_INTO_REVIEW', takesDueOn: false, description: '批量受理审核.' },
  {
    mutation: 'assignItems',
    action: 'ASSIGN',
    takesDueOn: true,
    description: '批量交办: drafts go to the units that they name, all by the same day.',
  },
];

for (const { mutation, action, takesDueOn, description } of bulkActs) {
  builder.mutationField(mutation, (t) =>
    t.withAuth({ signedIn: true }).field({
      type: BulkDone,
      errors: { types: [InputError] },
      description,
      args: {
        requestId: t.arg.string({ required: true }),
        rows: t.arg({ type: [BulkRowInput], required: true }),
        ...(takesDueOn ? { dueOn: t.arg({ type: 'Day', required: true }) } : {}),
      },
      resolve: async (_root, args, { viewer }) => {
        const { requestId, rows } = args;
        const dueOn = (args as { dueOn?: string }).dueOn ?? null;
        if (rows.length === 0) throw new InputError([{ field: 'rows', code: 'EMPTY', message: '请至少选择一项。' }]);
        if (rows.length > most) throw new InputError([{ field: 'rows', code: 'TOO_MANY', message: `一次最多 ${most} 项。` }]);
        const shape = z.object({ results: z.array(bulkResult) });
        const outcome = await once(viewer, requestId, mutation, shape, async (tx) => ({
          results: await performMany(tx, viewer, action, rows, () => ({ dueOn }), requestId),
        }));
        return outcome.result;
      },
    }),
  );
}
