import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { accessOf } from '../modules/accountability/accountability.policy.ts';
import { exportName, exportRegister } from '../modules/accountability/export-register.ts';
import { recordStatuses } from '../modules/accountability/register-list.ts';
import { codes, day, yesOrNo } from './query-fields.ts';
import { Refusal, signedIn } from './requests.ts';
import { sendWorkbook } from './workbook-answer.ts';

/** The parameters of the page's address; what else it holds (page, order) doesn't matter. */
const query = z.object({
  asOf: day,
  scope: z.string().max(100).optional(),
  units: codes,
  forms: codes,
  head: yesOrNo,
  from: day,
  to: day,
  item: z.string().max(200).optional(),
  status: z.enum(recordStatuses).optional(),
  followsComplaint: z.enum(['1', 'true']).optional(),
});

/** The register of accountability as a file: GET /files/accountability/data.xlsx, with the parameters of the page's address. */
export async function accountabilityRoutes(app: FastifyInstance): Promise<void> {
  app.get('/files/accountability/data.xlsx', async (request, reply) => {
    const viewer = signedIn(request);
    if (accessOf(viewer) === 'NONE') throw new Refusal(403, '您的岗位不能导出责任追究登记簿。');
    const parsed = query.safeParse(request.query);
    if (!parsed.success) throw new Refusal(400, '筛选条件不正确，请回到登记簿页面重新选择后再导出。');
    const { asOf = null, scope, units, forms, head, from, to, item, status, followsComplaint } = parsed.data;
    const bytes = await exportRegister(viewer, {
      filter: {
        within: scope,
        units,
        forms,
        administrativeHead: head,
        from,
        to,
        itemNumber: item,
        status,
        followsComplaint: followsComplaint !== undefined,
      },
      asOf,
      address: request.ip,
    });
    return sendWorkbook(reply, bytes, exportName());
  });
}
