import { itemKinds } from '@duban/rules/vocabulary';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
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
import type { Viewer } from '../modules/session/viewer.ts';

export const megabytes = 10;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
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

/** An answer other than 200, with a sentence. */
export class Refusal extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

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

export function signedIn({ viewer }: FastifyRequest): Viewer {
  if (!viewer) throw new Refusal(401, '请先登录。');
  if (viewer.mustChangePassword) throw new Refusal(403, '请先修改密码。');
  return viewer;
}

/** A form on another site can't set this header; a foreign page that tries asks first, and is refused. */
export function assertFromOwnPage({ headers }: FastifyRequest): void {
  const { origin, host } = headers;
  const isOwn = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  if (headers['x-duban-csrf'] === undefined || !isOwn) throw new Refusal(403, '请从本系统的页面上传。');
}

export function params<Params>(schema: z.ZodType<Params>, request: FastifyRequest): Params {
  const parsed = schema.safeParse(request.params);
  if (!parsed.success) throw new Refusal(404, '没有这个地址。');
  return parsed.data;
}

interface UploadWords {
  missing: string;
  /** Name of a file that came without one. */
  unnamed: string;
  tooLarge: () => Error;
}

const ledgerWords: UploadWords = {
  missing: '没有收到文件。请选择 .xlsx 或 .xls 台账。',
  unnamed: '未命名.xlsx',
  tooLarge: () => new Refusal(413, `文件超过 ${megabytes} MB 的上限。请删去图片或分成几个文件上传。`),
};

/** The one file of a form, with a plain name; what is wrong with it is said in the words given. */
export async function readUpload(
  request: FastifyRequest,
  words: UploadWords = ledgerWords,
): Promise<{ fileName: string; mediaType: string; bytes: Uint8Array }> {
  if (!request.isMultipart()) throw new Refusal(415, '请以文件上传。');
  try {
    const file = await request.file();
    if (!file) throw new Refusal(400, words.missing);
    const bytes = await file.toBuffer();
    return { fileName: plainName(file.filename, words.unnamed), mediaType: file.mimetype.slice(0, 200), bytes };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'FST_REQ_FILE_TOO_LARGE' || code === 'FST_ERR_CTP_BODY_TOO_LARGE') throw words.tooLarge();
    if (code?.startsWith('FST_')) throw new Refusal(400, '上传的内容不完整，请重新选择文件上传。');
    throw error;
  }
}

/** The name alone, without folders or what no name holds. */
function plainName(name: string | undefined, unnamed: string): string {
  const last = name?.split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  const plain = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  return [...plain].slice(-150).join('') || unnamed;
}

export function sendWorkbook(reply: FastifyReply, bytes: Uint8Array, name: string): FastifyReply {
  return reply
    .header('content-type', xlsx)
    .header('content-disposition', `attachment; filename="ledger.xlsx"; filename*=UTF-8''${rfc5987(name)}`)
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** A name as a header carries it. */
export function rfc5987(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
