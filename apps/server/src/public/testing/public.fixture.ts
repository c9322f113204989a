import { randomUUID } from 'node:crypto';
import { type ExecutionResult, graphql } from 'graphql';
import { insertRows, pool } from '../../database.ts';
import type { ComplaintInput } from '../../modules/complaint/judge-complaint.ts';
import { newQueryCode } from '../../modules/complaint/query-code.ts';
import { hashSecret } from '../../modules/session/password.ts';
import { type Complainant, nobody, type Statement, sealComplainant } from '../../registers/complainant.ts';
import { forgetShared } from '../../shared.ts';
import { addItem, db, type TestItem } from '../../testing/test-city.ts';
import type { PublicContext } from '../builder.ts';
import { issueTicket } from '../complaint/ticket.ts';
import { createGates } from '../limiting/gates.ts';
import { publicSchema } from '../schema.ts';

export const secret = '菜园子-2014-secret';

let met = 0;

/** A visitor whom no limit has counted yet. */
export function visitor(): PublicContext {
  met += 1;
  return { address: `10.${met >> 16}.${(met >> 8) & 255}.${met & 255}`, gates: createGates(pool) };
}

/** Runs an operation as a visitor, as the API would. */
export async function askPublic<Data>(
  source: string,
  variableValues: Record<string, unknown> = {},
  contextValue: PublicContext = visitor(),
): Promise<ExecutionResult<Data>> {
  forgetShared();
  return (await graphql({ schema: publicSchema, source, variableValues, contextValue })) as ExecutionResult<Data>;
}

/** A ticket that is old enough. */
export const ripeTicket = () => issueTicket(Date.now() - 10_000);

/** A form that is filled in as it should be. */
export function filledIn(changed: Partial<ComplaintInput> = {}): ComplaintInput {
  return { ticket: ripeTicket(), isNamed: false, facts: '窗口上班时间无人办理。', secret, ...changed };
}

export interface TestComplaint {
  item?: Partial<TestItem>;
  receivedOn?: string;
  acceptedOn?: string | null;
  person?: Complainant;
  statement?: Partial<Statement>;
  /** Columns of `complaint` beyond these. */
  complaint?: Record<string, unknown>;
}

/** A complaint with its person and statement sealed, opened by the code answered and `secret`. */
export async function addComplaint(given: TestComplaint = {}): Promise<{ id: string; itemId: string; code: string }> {
  const receivedOn = given.receivedOn ?? '2014-06-03';
  const dates = { foundOn: receivedOn, assignedOn: receivedOn };
  const itemId = await addItem({ kind: 'COMPLAINT', leadUnitId: 'jcj', category: '1', ...dates, ...given.item });
  const [id, code] = [randomUUID(), newQueryCode()];
  await db.complaint.create({
    data: {
      ...{ id, itemId, channel: 'web', realName: false, facts: '经整理的事实', mode: 'OWN', queryCode: code },
      receivedOn: new Date(receivedOn),
      acceptedOn: given.acceptedOn === null ? null : new Date(given.acceptedOn ?? receivedOn),
      secretHash: await hashSecret(secret),
      ...given.complaint,
    },
  });
  const statement: Statement = { facts: '自己写的事实', wish: null, concerns: null, place: null, occurredOn: null, ...given.statement };
  await insertRows(pool, 'complainant', [sealComplainant(id, given.person ?? nobody, { statement })]);
  return { id, itemId, code };
}
