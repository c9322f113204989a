import { itemKinds } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { type Runner, row, sql } from '../../../database.ts';

const settingsRow = z.object({
  returnsAllowed: z.number(),
  signOffsNeeded: z.number(),
  callBackKinds: z.array(z.enum(itemKinds)),
  extensionDeciders: z.partialRecord(z.enum(itemKinds), z.array(z.string())),
});
/** What of the pack the state table's guards are judged by. */
export type ActSettings = z.infer<typeof settingsRow>;

export function actSettings(runner?: Runner): Promise<ActSettings> {
  return row(
    settingsRow,
    sql`SELECT returns_allowed AS "returnsAllowed", sign_offs_needed AS "signOffsNeeded",
          coalesce(call_back_kinds, '{}')::text[] AS "callBackKinds", extension_deciders AS "extensionDeciders" FROM campaign`,
    runner,
  );
}
