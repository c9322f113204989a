import { itemKinds } from '@duban/rules/vocabulary';
import { demoWorkbooks } from '../../../../../prisma/seed/demo/workbooks.ts';
import { db } from '../../database.ts';
import { loadDemoAccountability } from '../accountability/demo-records.ts';
import { loadDemoComplaints } from '../complaint/demo-complaints.ts';
import { importLedger } from '../exchange/import-ledger.ts';
import { loadDemoOpenness } from '../openness/demo-openness.ts';
import { loadDemoRectifications } from '../rectification/demo-rectification.ts';
import { loadDemoVisits } from '../visit/demo-visits.ts';

const names = {
  STYLE_PROBLEM: '十个方面',
  SERVICE_PROJECT: '项目服务',
  HARD_PROBLEM: '破解难题',
  LIVELIHOOD_WORK: '民生实事',
  COMPLAINT: '效能投诉',
  SUPERVISION_TASK: '督查事项',
  PUBLIC_PROBLEM: '群众反映问题',
  RECTIFICATION_PROBLEM: '专项整治',
};

/**
 * Loads the demo ledgers through the same import that people use. Each register goes in whole or not at all, so a start that was killed goes
 * on where it stopped.
 */
export async function loadDemo(say: (line: string) => void): Promise<void> {
  const loaded = new Set((await db.item.groupBy({ by: ['kind'] })).map(({ kind }) => kind));
  if (itemKinds.every((kind) => loaded.has(kind))) return loadDemoActs(say);
  say('首次启动：装入示例数据（Excel 台账）…');
  for (const { kind, fileName, bytes } of await demoWorkbooks()) {
    if (loaded.has(kind)) continue;
    const started = Date.now();
    const counts = await importLedger({ kind, fileName, bytes, actor: { userId: null, title: '示例数据' }, demo: true });
    say(`  ${names[kind]}：${counts.CREATE} 行，${((Date.now() - started) / 1000).toFixed(1)} 秒`);
  }
  await loadDemoActs(say);
}

/** What people did in the demo, through the same services that they use; each only once. */
async function loadDemoActs(say: (line: string) => void): Promise<void> {
  await loadDemoComplaints(say);
  await loadDemoAccountability(say);
  await loadDemoVisits(say);
  await loadDemoOpenness(say);
  await loadDemoRectifications(say);
}
