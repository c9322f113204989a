import { recordSheetKinds } from '@duban/ledger/record-sheets/all';
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { RecordSheet } from '../modules/exchange/record-sheet/record-sheet.ts';
import { sheets } from '../modules/exchange/record-sheet/sheets.ts';
import { takeRecordSheet } from '../modules/exchange/record-sheet/take-record-sheet.ts';
import { assertFromOwnPage, params, Refusal, signedIn } from './requests.ts';
import { megabytes, readUpload } from './uploads.ts';

const kindParams = z.object({ kind: z.enum(recordSheetKinds) });
const query = z.object({ requestId: z.string().min(1).max(100).optional() });

/**
 * Sheets of records that are no items, taken back: POST /files/records/:kind (multipart, field `file`) → the fate of every row, nothing
 * written; with `?requestId=` the same, done: all of it, or nothing while anything in it is wrong.
 */
export async function recordSheetRoutes(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { limits: { fileSize: megabytes * 1024 * 1024, files: 1, fields: 5, parts: 6, fieldSize: 1000 } });

  app.post('/files/records/:kind', { bodyLimit: (megabytes + 1) * 1024 * 1024 }, async (request, reply) => {
    const viewer = signedIn(request);
    assertFromOwnPage(request);
    const { kind } = params(kindParams, request);
    const parsed = query.safeParse(request.query);
    if (!parsed.success) throw new Refusal(400, '地址不正确，请从本系统的页面上传。');
    const sheet = sheets[kind] as RecordSheet<typeof kind>;
    if (!sheet.mayTake(viewer)) throw new Refusal(403, '您的岗位不能导入这张表。');
    const answer = await takeRecordSheet(sheet, { viewer, address: request.ip }, await readUpload(request), parsed.data.requestId ?? null);
    return reply.header('cache-control', 'private, no-store').send(answer);
  });
}
