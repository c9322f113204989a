import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { exportMonths, monthsExportName } from '../modules/rectification/export-months.ts';
import { seesBusiness } from '../modules/session/desk.policy.ts';
import { day } from './query-fields.ts';
import { Refusal, signedIn } from './requests.ts';
import { sendWorkbook } from './workbook-answer.ts';

/** The parameters of a board's address; what else it holds doesn't matter. */
const query = z.object({
  code: z.string().max(100).optional(),
  unit: z.string().max(100).optional(),
  month: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .optional(),
  scope: z.string().max(100).optional(),
  asOf: day,
});

/** Monthly figures of the special rectifications as a file: GET /files/rectifications/months.xlsx, with the parameters of a board's address. */
export async function rectificationRoutes(app: FastifyInstance): Promise<void> {
  app.get('/files/rectifications/months.xlsx', async (request, reply) => {
    const viewer = signedIn(request);
    if (!seesBusiness(viewer)) throw new Refusal(403, '您的岗位不能导出专项整治月报。');
    const parsed = query.safeParse(request.query);
    if (!parsed.success) throw new Refusal(400, '筛选条件不正确，请回到专项整治页面重新选择后再导出。');
    const { unit, ...chosen } = parsed.data;
    const bytes = await exportMonths(viewer, { ...chosen, unitId: unit, address: request.ip });
    return sendWorkbook(reply, bytes, monthsExportName());
  });
}
