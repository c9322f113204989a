import { z } from 'zod';
import { type Runner, row, sql } from '../../database.ts';

/** The unit that takes complaints on (效能投诉受理机构); the pack names it. */
export async function complaintOffice(runner?: Runner): Promise<string> {
  const { id } = await row(z.object({ id: z.string() }), sql`SELECT complaint_office_id AS id FROM campaign`, runner);
  return id;
}
