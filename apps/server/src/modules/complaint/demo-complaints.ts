import { z } from 'zod';
import { rows, sql, transaction } from '../../database.ts';
import { hashSecret } from '../session/password.ts';
import { type NewComplaint, registerComplaint } from './register-complaint.ts';

/** With this secret every complaint below opens on the public site. Only demo data has it. */
export const demoSecret = 'duban-2014';

type Told = Pick<NewComplaint, 'queryCode' | 'statement' | 'category' | 'complainedUnitId' | 'people' | 'realName' | 'person'>;

const nobody = { complainantName: null, complainantPhone: null, complainantIdentity: null, complainantAddress: null };

/** Complaints from the public form, in the words of nobody. */
const told: readonly Told[] = [
  {
    queryCode: 'DEM0000001',
    statement: {
      facts: '去服务大厅办理营业执照变更，材料交了两次，每次都说缺东西，又不一次说清，前后跑了四趟。我是群众甲-901，电话 13800009901。',
      wish: '一次告知缺什么材料，尽快办结。',
      concerns: '工商窗口',
      place: '市行政服务中心二楼',
      occurredOn: '2014-09-26',
    },
    category: '2',
    complainedUnitId: 'gsj',
    people: 1,
    realName: true,
    person: { ...nobody, complainantName: '群众甲-901', complainantPhone: '13800009901' },
  },
  {
    queryCode: 'DEM0000002',
    statement: {
      facts: '小区门口道路开挖后两个多月没有回填，下雨积水，老人小孩出行困难，多次打电话没有人管。',
      wish: '恢复路面。',
      concerns: null,
      place: '驿城区示例路',
      occurredOn: '2014-09-15',
    },
    category: null,
    complainedUnitId: null,
    people: 12,
    realName: false,
    person: nobody,
  },
];

/** Registers the demo's complaints from the public form, once, as the form does. */
export async function loadDemoComplaints(say: (line: string) => void): Promise<void> {
  const codes = told.map(({ queryCode }) => queryCode);
  const [there] = await rows(
    z.object({ code: z.string() }),
    sql`SELECT query_code AS code FROM complaint WHERE query_code = ANY(${codes}::text[]) LIMIT 1`,
  );
  if (there) return;
  const secretHash = await hashSecret(demoSecret);
  await transaction(async (tx) => {
    for (const complaint of told)
      await registerComplaint(
        tx,
        { userId: null, title: '投诉人' },
        { ...complaint, channel: 'web', fileIds: [], secretHash },
        { demo: true },
      );
  });
  say(`  网上投诉：${told.length} 件，查询码 DEM00-00001、DEM00-00002，查询密码 ${demoSecret}`);
}
