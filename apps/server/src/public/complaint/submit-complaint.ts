import { z } from 'zod';
import { InputError } from '../../graphql/errors.ts';
import { keptResult, onceAs } from '../../graphql/once.ts';
import { lane } from '../../lane.ts';
import { type ComplaintInput, type JudgedComplaint, judgeComplaint } from '../../modules/complaint/judge-complaint.ts';
import { newQueryCode, shownCode } from '../../modules/complaint/query-code.ts';
import { registerComplaint } from '../../modules/complaint/register-complaint.ts';
import { problem } from '../../modules/complaint/text-fields.ts';
import { hashSecret } from '../../modules/session/password.ts';
import type { PublicContext } from '../builder.ts';
import { readTicket } from './ticket.ts';

/** Owner of the request ids of those who have no account: no account has this id. */
const everybody = '00000000-0000-0000-0000-000000000000';
const operation = 'public.submitComplaint';

/** Complaints get their numbers one after another: more at once would only hold connections that others need. */
const registering = lane(2, 200);

const submittedShape = z.object({ code: z.string(), receivedOn: z.string(), acceptBy: z.string().nullable() });

/** What the complainant is told: the code as it is shown, and by when it is decided whether the complaint is taken on. */
export type ComplaintSubmitted = z.infer<typeof submittedShape>;

/**
 * Registers a complaint from the public form, once for each ticket: a repeat is answered as the first was, whatever it says and however late it
 * comes. The code is told only after the complaint is committed. Cheap checks come first, the costly hash last.
 * InputError by field, TooManyRequests, Busy (too many secrets are hashed).
 */
export async function submitComplaint(input: ComplaintInput, { address, gates }: PublicContext): Promise<ComplaintSubmitted> {
  const ticket = readTicket(input.ticket);
  if (!ticket) throw new InputError([problem('form', 'TICKET')]);
  const before = await keptResult(everybody, ticket.id, operation, submittedShape);
  if (before) return before;
  if (ticket.problem) throw new InputError([problem('form', ticket.problem)]);
  if (input.website) throw new InputError([problem('form', 'NOT_A_PERSON')]);
  const { complaint, secret } = await judgeComplaint(input);
  const giveBack = await gates.complaint(address);
  try {
    return await register(ticket.id, complaint, secret);
  } catch (error) {
    // Who has to press the button again, for whatever reason, has not complained once more.
    await giveBack();
    throw error;
  }
}

async function register(ticketId: string, complaint: JudgedComplaint['complaint'], secret: string): Promise<ComplaintSubmitted> {
  const secretHash = await hashSecret(secret);
  const queryCode = newQueryCode();
  const { result } = await registering(() =>
    onceAs(everybody, ticketId, operation, submittedShape, async (tx) => {
      const actor = { userId: null, title: '投诉人', requestId: ticketId };
      const { receivedOn, acceptDueOn } = await registerComplaint(tx, actor, { ...complaint, queryCode, secretHash });
      return { code: shownCode(queryCode), receivedOn, acceptBy: acceptDueOn };
    }),
  );
  return result;
}
