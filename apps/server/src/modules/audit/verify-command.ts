import { LaunchError } from '@duban/db/launch-error';
import { reachDatabase } from '@duban/db/reach-database';
import { connect, disconnect } from '../../database.ts';
import { readEnv } from '../../env.ts';
import { loadKeys } from '../../keys.ts';
import { type AuditPart, verifyAudit } from './verify-audit.ts';

const names: Record<AuditPart, string> = { ITEMS: '事项记录', SYSTEM: '系统记录', ANCHORS: '每日锚点', FILE: '锚点文件' };

/**
 * `npm run audit:verify`: verifies the whole history of the city that this folder (or DATABASE_URL) serves, also while its server runs.
 * One line for each part; exit code 0 when all hold, 1 when one does not or can't be checked.
 */
async function main(): Promise<number> {
  const env = readEnv();
  const database = await reachDatabase({ rootDir: env.root, dataDir: env.DUBAN_DATA_DIR, url: env.DATABASE_URL });
  try {
    loadKeys(env.DUBAN_DATA_DIR, env.DUBAN_MASTER_KEY);
    await connect(database.url, { max: 1 });
    const { parts, isIntact } = await verifyAudit();
    for (const { part, count, fault } of parts) console.log(`${names[part]}：${fault ? `不通过。${fault}` : `通过，共 ${count} 条。`}`);
    console.log(isIntact ? '历史记录完整，未被改动。' : '历史记录不完整，请立即核查。');
    return isIntact ? 0 : 1;
  } finally {
    await disconnect();
    await database.close();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof LaunchError ? error.message : error);
  return 1;
});
