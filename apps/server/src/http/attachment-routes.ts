import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { canUpload } from '../modules/attachment/attachment.policy.ts';
import { inlineTypes } from '../modules/attachment/file-kinds.ts';
import { FileRefused, megabytes } from '../modules/attachment/file-refused.ts';
import { judgeFile } from '../modules/attachment/judge-file.ts';
import { keepUpload } from '../modules/attachment/uploads.ts';
import { visibleAttachment } from '../modules/attachment/visible-attachment.ts';
import { readUpload as storedBytes } from '../modules/exchange/stored-uploads.ts';
import { assertFromOwnPage, params, Refusal, signedIn } from './requests.ts';
import { readUpload } from './uploads.ts';
import { rfc5987 } from './workbook-answer.ts';

const idParams = z.object({ id: z.string().max(100) });
const downloadQuery = z.object({ download: z.literal('1') });
const bytesOf = (count: number) => count * 1024 * 1024;

/** No script, no form, no reach: whatever a file holds, it only shows. */
const sandbox = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/**
 * Evidence files, beside GraphQL with the same session and policy: POST /files/attachments (multipart, field `file`) → { id, name, size,
 * mediaType }, or { code, message, … } where refused; GET /files/attachments/:id, with `?download=1` to save it.
 */
export async function attachmentRoutes(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { limits: { fileSize: bytesOf(megabytes), files: 1, fields: 5, parts: 6, fieldSize: 1000 } });

  app.post('/files/attachments', { bodyLimit: bytesOf(megabytes + 1) }, async (request, reply) => {
    const viewer = signedIn(request);
    assertFromOwnPage(request);
    if (!canUpload(viewer)) throw new Refusal(403, '您的岗位不办理事项，不能上传附件。');
    reply.header('cache-control', 'private, no-store');
    try {
      const { bytes, fileName } = await readUpload(request, {
        missing: '没有收到文件，请重新选择。',
        unnamed: '未命名',
        tooLarge: () => new FileRefused('TOO_LARGE'),
      });
      return await keepUpload(viewer, judgeFile(Buffer.from(bytes), fileName));
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      const { code, message, detail } = error;
      return reply.code(code === 'TOO_LARGE' ? 413 : code === 'TOO_MANY' ? 409 : 400).send({ code, message, ...detail });
    }
  });

  app.get('/files/attachments/:id', async (request, reply) => {
    const viewer = signedIn(request);
    const found = await visibleAttachment(viewer, params(idParams, request).id);
    if (!found) throw new Refusal(404, '没有找到这个附件，或者您无权查看。');
    const type = found.mediaType.split(';')[0]!;
    const isShown = inlineTypes.has(type) && !downloadQuery.safeParse(request.query).success;
    const etag = `"${found.hash}"`;
    reply
      .header('etag', etag)
      // Asked each time, so that a right taken away ends it; the bytes travel once.
      .header('cache-control', 'private, no-cache')
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', sandbox);
    if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
    const bytes = await storedBytes(found.hash);
    if (!bytes) throw new Refusal(404, '没有找到这个附件，或者您无权查看。');
    return reply
      .header('content-type', found.mediaType)
      .header('content-disposition', `${isShown ? 'inline' : 'attachment'}; filename="file"; filename*=UTF-8''${rfc5987(found.name)}`)
      .send(bytes);
  });
}
