import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { InputError } from '../../graphql/errors.ts';
import { onceAs } from '../../graphql/once.ts';
import { isSoundText } from '../../graphql/sound-text.ts';
import { type AnswerPage, answerPageOf } from '../../modules/complaint/answer-page.ts';
import { secretLength } from '../../modules/complaint/judge-complaint.ts';
import { readCode } from '../../modules/complaint/query-code.ts';
import { problem, TextFields } from '../../modules/complaint/text-fields.ts';
import { hashSecret, verifySecret } from '../../modules/session/password.ts';
import type { PublicContext } from '../builder.ts';
import { UnknownComplaint } from '../errors.schema.ts';

/** What opens the answer page. */
export interface ComplaintKey {
  code: string;
  secret: string;
}

const longestRequestId = 100;
const foundRow = z.object({ id: z.string(), secretHash: z.string() });

/** A hash that no secret has: an unknown code costs as much time as a wrong secret. */
let decoy: Promise<string> | undefined;

/**
 * Id of the complaint that the key opens. UnknownComplaint for a wrong code and for a wrong secret, after the same work; InputError at
 * `code` or `secret` for what can be no code or no secret; TooManyRequests, Busy.
 */
export async function openOwn({ code: typed, secret: given }: ComplaintKey, { address, gates }: PublicContext): Promise<string> {
  const fields = new TextFields();
  const code = readCode(typed) ?? fields.fail('code', 'CODE');
  const secret = fields.secret('secret', given, { fewest: 1, most: secretLength.most });
  if (code === null || secret === null) throw new InputError(fields.problems);
  const wasRight = await gates.key(address, code);
  const [found] = await rows(
    foundRow,
    sql`SELECT id, secret_hash AS "secretHash" FROM complaint WHERE query_code = ${code} AND secret_hash IS NOT NULL`,
  );
  decoy ??= hashSecret(randomBytes(16).toString('hex'));
  const nobodys = await decoy;
  const fits = await verifySecret(found?.secretHash ?? nobodys, secret);
  if (!found || !fits) throw new UnknownComplaint();
  await wasRight();
  return found.id;
}

/** The answer page, as it stands now. */
export async function pageOf(complaintId: string): Promise<AnswerPage> {
  const page = await answerPageOf(complaintId);
  if (!page) throw new UnknownComplaint();
  return page;
}

const nothing = z.null();

/**
 * Opens a complaint by its key and does an act on it, once for each request id of this complaint; answers the page as it then stands.
 * `judge` reads the act's own fields before anything is tried, and gathers what is wrong with them.
 */
export async function actOnOwn<Fields>(
  key: ComplaintKey,
  requestId: string,
  context: PublicContext,
  operation: string,
  judge: (fields: TextFields) => Fields,
  act: (tx: pg.PoolClient, complaintId: string, fields: Fields) => Promise<void>,
): Promise<AnswerPage> {
  const fields = new TextFields();
  const judged = judge(fields);
  if (!isSoundText(requestId) || requestId === '' || requestId.length > longestRequestId)
    fields.problems.push(problem('requestId', 'REQUEST_ID'));
  if (fields.problems.length > 0) throw new InputError(fields.problems);
  const complaintId = await openOwn(key, context);
  await context.gates.act(complaintId);
  await onceAs(complaintId, requestId, `public.${operation}`, nothing, async (tx) => {
    await act(tx, complaintId, judged);
    return null;
  });
  return pageOf(complaintId);
}
