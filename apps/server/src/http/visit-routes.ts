import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { exportName, exportVisits } from '../modules/visit/export-visits.ts';
import { visitReaders } from '../modules/visit/visit.policy.ts';
import { leaderGroups, visitStatuses } from '../modules/visit/visit-list.ts';
import { codes, day, yesOrNo } from './query-fields.ts';
import { Refusal, signedIn } from './requests.ts';
import { sendWorkbook } from './workbook-answer.ts';

/** The parameters of the page's address; what else it holds (page, order) doesn't matter. */
const query = z.object({
  asOf: day,
  scope: z.string().max(100).optional(),
  group: z.enum(leaderGroups).optional(),
  posts: codes,
  counties: codes,
  kinds: codes,
  frontLine: yesOrNo,
  from: day,
  to: day,
  status: z.enum(visitStatuses).optional(),
});

/** Visits as a file: GET /files/visits/data.xlsx, with the parameters of the page's address. */
export async function visitRoutes(app: FastifyInstance): Promise<void> {
  app.get('/files/visits/data.xlsx', async (request, reply) => {
    const viewer = signedIn(request);
    if (!visitReaders.includes(viewer.role)) throw new Refusal(403, '您的岗位不能导出走访记录。');
    const parsed = query.safeParse(request.query);
    if (!parsed.success) throw new Refusal(400, '筛选条件不正确，请回到走访页面重新选择后再导出。');
    const { asOf = null, scope, ...filter } = parsed.data;
    const bytes = await exportVisits(viewer, {
      filter: { ...filter, within: scope },
      asOf,
      address: request.ip,
    });
    return sendWorkbook(reply, bytes, exportName());
  });
}
