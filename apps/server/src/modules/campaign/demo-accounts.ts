import type { PrismaClient } from '@duban/db/generated/prisma/client';
import { demoPassword } from '../session/demo-password.ts';
import { hashPassword } from '../session/password.ts';

/** Account names of the demo and the posts they hold: one per role, and a county head beside a department's. */
const accounts: Record<string, string> = {
  leader: 'mayor',
  vicemayor: 'vice-mayor-construction',
  supervision: 'supervision-officer',
  inspection: 'complaint-officer',
  service: 'service-centre-officer',
  head: 'gtj-head',
  clerk: 'gtj-clerk',
  county: '411721-head',
  sysadmin: 'system-admin',
  secadmin: 'security-admin',
  auditadmin: 'audit-admin',
};

/** Makes the demo accounts that aren't there yet. They die with the demo data. */
export async function makeDemoAccounts(client: PrismaClient): Promise<void> {
  const existing = await client.user.count({ where: { demo: true } });
  if (existing > 0) return;
  const posts = await client.post.findMany({ where: { id: { in: Object.values(accounts) } } });
  const titles = new Map(posts.map(({ id, title }) => [id, title]));
  const passwordHash = await hashPassword(demoPassword);
  await client.user.createMany({
    data: Object.entries(accounts).flatMap(([account, postId]) => {
      const displayName = titles.get(postId);
      return displayName ? [{ account, postId, displayName, passwordHash, passwordChangedAt: new Date(), demo: true }] : [];
    }),
  });
}
