import { monthEnd } from '@duban/rules/calendar';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ActRefusedError, InputError, NotFoundError } from '../graphql/errors.ts';
import { exportMonthly, importMonthly } from '../modules/monthly-report/monthly-workbook.ts';
import { assertFromOwnPage, params, Refusal, signedIn } from './requests.ts';
import { megabytes, readUpload } from './uploads.ts';
import { sendWorkbook } from './workbook-answer.ts';

const monthParams = z.object({ unitId: z.string().max(60), month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/) });
const fileParams = monthParams.extend({ month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])\.xlsx$/) });
const applyQuery = z.object({ apply: z.enum(['0', '1']).default('0') });

/**
 * A month's form as a file, with the session and policy of its screen:
 * GET /files/monthly/:unitId/:month.xlsx (month `2014-09`); POST /files/monthly/:unitId/:month (multipart, field `file`) → what the file would
 * change in the draft, and with `?apply=1` the same, done: all of it, or nothing while anything in it is wrong.
 */
export async function monthlyRoutes(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { limits: { fileSize: megabytes * 1024 * 1024, files: 1, fields: 5, parts: 6, fieldSize: 1000 } });

  app.get('/files/monthly/:unitId/:month', async (request, reply) => {
    const { unitId, month } = params(fileParams, request);
    const file = await refusing(() => exportMonthly(signedIn(request), unitId, lastDay(month)));
    return sendWorkbook(reply, file.bytes, file.name);
  });

  app.post('/files/monthly/:unitId/:month', { bodyLimit: (megabytes + 1) * 1024 * 1024 }, async (request, reply) => {
    const viewer = signedIn(request);
    assertFromOwnPage(request);
    const { unitId, month } = params(monthParams, request);
    const isApplied = applies(request);
    const upload = await readUpload(request);
    const answer = await refusing(() => importMonthly(viewer, unitId, lastDay(month), upload, isApplied));
    return reply.header('cache-control', 'private, no-store').send(answer);
  });
}

function lastDay(month: string): string {
  return monthEnd(`${month.slice(0, 7)}-01`);
}

function applies(request: FastifyRequest): boolean {
  const parsed = applyQuery.safeParse(request.query);
  if (!parsed.success) throw new Refusal(400, '地址不正确，请从本系统的页面上传。');
  return parsed.data.apply === '1';
}

/** The module's own refusals, as HTTP says them. */
async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotFoundError) throw new Refusal(404, error.message);
    if (error instanceof InputError) throw new Refusal(400, error.message);
    if (error instanceof ActRefusedError) throw new Refusal(409, error.message);
    throw error;
  }
}
