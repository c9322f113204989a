import { itemKinds } from '@duban/rules/vocabulary';
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { clock } from '../clock.ts';
import { InputError } from '../graphql/errors.ts';
import { canExport, canImport } from '../modules/exchange/exchange.policy.ts';
import { exportLedger, ledgerTemplate } from '../modules/exchange/export-ledger.ts';
import { problemsWorkbook } from '../modules/exchange/export-problems.ts';
import { useImportLog } from '../modules/exchange/import-log.ts';
import { stopImports } from '../modules/exchange/import-queue.ts';
import { startImport } from '../modules/exchange/import-run.service.ts';
import { filterOfQuery } from '../modules/exchange/ledger-filter.ts';
import { assertFromOwnPage, params, Refusal, signedIn } from './requests.ts';
import { megabytes, readUpload } from './uploads.ts';
import { sendWorkbook } from './workbook-answer.ts';

const titles = {
  STYLE_PROBLEM: '十个方面问题台账',
  SERVICE_PROJECT: '项目服务台账',
  HARD_PROBLEM: '破解难题台账',
  LIVELIHOOD_WORK: '民生实事台账',
  COMPLAINT: '效能投诉台账',
  SUPERVISION_TASK: '督查事项台账',
  PUBLIC_PROBLEM: '群众反映问题台账',
  RECTIFICATION_PROBLEM: '专项整治问题台账',
} as const;

const kindParams = z.object({ kind: z.enum(itemKinds) });
const idParams = z.object({ id: z.string().max(100) });

/**
 * Ledgers as files, beside GraphQL with the same session and policy:
 * POST /files/imports/:kind (multipart, field `file`) → { importRunId }; GET /files/imports/:id/problems.xlsx;
 * GET /files/ledgers/:kind/template.xlsx; GET /files/ledgers/:kind/data.xlsx, with the parameters of the ledger's address
 * (and `reason`, for inspection to write out complainants).
 */
export async function ledgerRoutes(app: FastifyInstance): Promise<void> {
  useImportLog(app.log);
  app.addHook('onClose', stopImports);
  await app.register(multipart, { limits: { fileSize: megabytes * 1024 * 1024, files: 1, fields: 5, parts: 6, fieldSize: 1000 } });

  app.post('/files/imports/:kind', { bodyLimit: (megabytes + 1) * 1024 * 1024 }, async (request, reply) => {
    const viewer = signedIn(request);
    assertFromOwnPage(request);
    const { kind } = params(kindParams, request);
    if (!canImport(viewer, kind)) throw new Refusal(403, `您的岗位不能导入${titles[kind]}。`);
    const upload = await readUpload(request);
    const importRunId = await startImport(viewer, { kind, ...upload });
    return reply.header('cache-control', 'private, no-store').send({ importRunId });
  });

  app.get('/files/imports/:id/problems.xlsx', async (request, reply) => {
    const found = await problemsWorkbook(signedIn(request), params(idParams, request).id);
    if (!found) throw new Refusal(404, '没有找到这次导入，或者您无权查看。');
    return sendWorkbook(reply, found.bytes, `问题清单-${found.fileName.replace(/\.[^.]*$/, '')}.xlsx`);
  });

  app.get('/files/ledgers/:kind/template.xlsx', async (request, reply) => {
    const { kind } = params(kindParams, request);
    if (!canExport(signedIn(request))) throw new Refusal(403, '您的岗位不能下载台账模板。');
    return sendWorkbook(reply, await ledgerTemplate(kind), `${titles[kind]}-模板.xlsx`);
  });

  app.get('/files/ledgers/:kind/data.xlsx', async (request, reply) => {
    const viewer = signedIn(request);
    const { kind } = params(kindParams, request);
    if (!canExport(viewer)) throw new Refusal(403, '您的岗位不能导出台账。');
    const query = filterOfQuery(request.query);
    if (!query) throw new Refusal(400, '筛选条件不正确，请回到台账页面重新选择后再导出。');
    const bytes = await exportLedger(viewer, kind, { ...query, address: request.ip }).catch((error: unknown) => {
      throw error instanceof InputError ? new Refusal(400, error.fields[0]?.message ?? error.message) : error;
    });
    return sendWorkbook(reply, bytes, `${titles[kind]}-${clock.today()}.xlsx`);
  });
}
