import { startDatabase } from '@duban/db/start-database';
import { migrate } from '@duban/db/migrate';
import { readPack } from '@duban/pack/read-pack';
import { loadPack } from './src/modules/campaign/load-pack.ts';
import * as D from './src/database.ts';
import { loadClock } from './src/clock.ts';
import { loadKeys } from './src/keys.ts';
import { loadLedgerContext } from './src/modules/exchange/ledger-context.ts';
import { applyLedger } from './src/modules/exchange/apply-ledger.ts';
import { countVerdicts, judgeLedger } from './src/modules/exchange/judge-ledger.ts';
import { monitorEventLoopDelay } from 'node:perf_hooks';
const t0 = performance.now();
const lap = (s: string) => console.log(((performance.now() - t0) / 1000).toFixed(2), s, Math.round(process.memoryUsage().rss/1e6)+'MB');
const database = await startDatabase({ rootDir: '/tmp/exdb' });
try {
  await migrate(database.url);

  await D.connect(database.url);
  loadKeys('/tmp/exdb/data');
  lap('db');
  await loadPack(D.db, await readPack('zhumadian-2014'), { log: () => {} });
  await loadClock('2014-09-30');
  lap('pack');
  const context = await loadLedgerContext();
  lap('context');
  const n = Number(process.argv[2] ?? 1000);
  const base = Number(process.argv[3] ?? 0);
  const units = context.lookupData.units.filter(u => u.kind !== 'CITY').map(u => u.id);
  const rows = Array.from({ length: n }, (_, i) => ({ sheet: 'main' as const, row: i + 2, problems: [], values: {
    number: `风-2014-${base + i + 1}`, title: `服务窗口办件不按承诺时限办结，群众反映强烈的问题之${i}`, category: String(i % 10 + 1), otherCategories: null, clauseNumber: null,
    leadUnitId: units[i % units.length]!, assistUnitIds: i % 3 ? null : [units[(i + 5) % units.length]!], countyId: null, subject: 'LEADERSHIP_TEAM' as const, source: '自查', cause: '责任心不强，制度不健全', measure: '建章立制，强化督查，限时办结。'.repeat(3), standard: '按期办结率达到百分之百', dutyLeader: { postId: null, text: '分管副局长' }, dutyPerson: '办公室主任', foundOn: '2014-05-28', assignedOn: '2014-06-03', dueOn: '2014-10-31', term: 'BY_DEADLINE' as const, progressClass: (['NOT_STARTED', 'PARTLY', 'DONE'] as const)[i % 3]!, evidence: null, acceptanceOpinion: null, acceptedOn: i % 3 === 2 ? '2014-08-28' : null, satisfaction: null, state: i % 3 === 2 ? 'CLOSED' as const : null, closedOn: i % 3 === 2 ? '2014-08-30' : null, writtenOffOn: null, version: null } }));
  const options = { kind: 'STYLE_PROBLEM' as const, context, leadUnitIds: null, demo: true };
  const sums = new Map<string, number>(); const delay = monitorEventLoopDelay({ resolution: 5 }); delay.enable();
  const all = []; for await (const c of judgeLedger({ main: rows } as never, options)) all.push(...c.flatMap(g => g.rows));
  lap('judged ' + JSON.stringify(countVerdicts(all)) + JSON.stringify(all.find(r => r.problems.length)?.problems ?? null) + ` delay max ${delay.max / 1e6} p99 ${delay.percentile(99) / 1e6}`);
  delay.reset();
  const done = await D.transaction(tx => { const q = tx.query.bind(tx) as any; (tx as any).query = async (t: any, v: any) => { const b = performance.now(); const r = await q(t, v); const k = String(t).slice(0, 60).replace(/\s+/g,' '); sums.set(k, (sums.get(k) ?? 0) + performance.now() - b); return r; }; return applyLedger(tx, { userId: null, title: '导入' }, { main: rows } as never, options, () => {}).finally(() => { delete (tx as any).query; }); }); for (const [k, v] of [...sums].sort((a,b)=>b[1]-a[1]).slice(0,15)) console.log(v.toFixed(0), k);
  lap('applied ' + JSON.stringify(countVerdicts(done)) + ` delay max ${delay.max / 1e6} p99 ${delay.percentile(99) / 1e6}`);
  const again = []; for await (const c of judgeLedger({ main: rows } as never, options)) again.push(...c.flatMap(g => g.rows));
  lap('judged again ' + JSON.stringify(countVerdicts(again)) + JSON.stringify(again.find(r => r.verdict !== 'UNCHANGED') ?? null));
} finally { await D.disconnect(); await database.close(); }
