import { randomInt } from 'node:crypto';
import type { Day } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { type FieldProblem, forbidden, InputError } from '../../graphql/errors.ts';
import { once } from '../../graphql/once.ts';
import { hashSecret } from '../session/password.ts';
import type { Viewer } from '../session/viewer.ts';
import { canRegisterComplaints } from './complaint.policy.ts';
import { type ComplaintInput, judgeComplaint } from './judge-complaint.ts';
import { newQueryCode, shownCode } from './query-code.ts';
import { registerComplaint } from './register-complaint.ts';
import { tracesIn } from './traces.ts';

/** A complaint by phone, by letter or in person, as whoever took it enters it. */
export interface DeskComplaint extends Omit<ComplaintInput, 'secret' | 'ticket' | 'website'> {
  /** Code of the dictionary `complaint-channel`. */
  channel: string;
  /** Answered at once: what units may read of it, and the answer. */
  onTheSpot?: { facts: string; answer: string } | null | undefined;
}

export interface RegisteredAtDesk {
  number: string;
  code: string;
  /** Made for the complainant, told once, kept as a hash alone. */
  secret: string;
  acceptDueOn: Day | null;
}

const digits = 8;
const longest = 4000;

/**
 * Registers a complaint that came to a desk. InputError at each field; FORBIDDEN for all but windows and the complaint office.
 * The secret is told once: a repeat of the request is answered without it.
 */
export async function registerAtDesk(viewer: Viewer, input: DeskComplaint, requestId: string): Promise<RegisteredAtDesk> {
  if (!canRegisterComplaints(viewer)) throw forbidden();
  const secret = String(randomInt(10 ** digits)).padStart(digits, '0');
  const problems: FieldProblem[] = [];
  const judged = await judgeComplaint({ ...input, secret }, { isPhoneRequired: false }).catch((error: unknown) => {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.fields);
    return null;
  });
  problems.push(...(await channelProblems(input.channel)), ...spotProblems(input));
  if (!judged || problems.length > 0) throw new InputError(problems);
  const { complaint } = judged;
  const onTheSpot = input.onTheSpot ? { facts: input.onTheSpot.facts.trim(), answer: input.onTheSpot.answer.trim() } : undefined;
  const secretHash = await hashSecret(secret);
  const queryCode = newQueryCode();
  const shape = z.object({ number: z.string(), code: z.string(), acceptDueOn: z.string().nullable() });
  const { result, repeated } = await once(viewer, requestId, 'registerComplaint', shape, async (tx: pg.PoolClient) => {
    const actor = { userId: viewer.userId, title: viewer.postTitle, requestId };
    const given = { ...complaint, channel: input.channel, queryCode, secretHash, ...(onTheSpot ? { onTheSpot } : {}) };
    const { number, acceptDueOn } = await registerComplaint(tx, actor, given);
    return { number, code: shownCode(queryCode), acceptDueOn };
  });
  return { ...result, secret: repeated ? '' : secret };
}

async function channelProblems(channel: string): Promise<FieldProblem[]> {
  const known = await rows(
    z.object({ code: z.string() }),
    sql`SELECT code FROM term WHERE dictionary = 'complaint-channel' AND code = ${channel}`,
  );
  return known.length > 0 ? [] : [{ field: 'channel', code: 'UNKNOWN', message: '请选择投诉渠道。' }];
}

/** What is answered at once says what of and how, and which class and unit; units read what of. */
function spotProblems({ onTheSpot, classCode, unitId, name, phone, identityNumber, address }: DeskComplaint): FieldProblem[] {
  if (!onTheSpot) return [];
  const problems: FieldProblem[] = [];
  for (const field of ['facts', 'answer'] as const) {
    const length = [...onTheSpot[field].trim()].length;
    if (length === 0) problems.push({ field: `onTheSpot.${field}`, code: 'REQUIRED', message: '请填写这一项。' });
    if (length > longest)
      problems.push({ field: `onTheSpot.${field}`, code: 'TOO_LONG', message: `最多 ${longest} 个字，现为 ${length} 个字。` });
  }
  if (!classCode) problems.push({ field: 'classCode', code: 'REQUIRED', message: '当场答复的，请选择投诉类别。' });
  if (!unitId) problems.push({ field: 'unitId', code: 'REQUIRED', message: '当场答复的，请选择被投诉单位。' });
  const person = {
    complainantName: name ?? null,
    complainantPhone: phone ?? null,
    complainantIdentity: identityNumber ?? null,
    complainantAddress: address ?? null,
  };
  const traces = tracesIn(onTheSpot.facts, person);
  if (traces.length > 0)
    problems.push({
      field: 'onTheSpot.facts',
      code: 'NAMES_COMPLAINANT',
      message: `被投诉单位会看到这里的内容，请删去能认出投诉人的信息（${traces.join('、')}）。`,
    });
  return problems;
}
