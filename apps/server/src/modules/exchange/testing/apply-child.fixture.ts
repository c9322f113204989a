import { loadClock } from '../../../clock.ts';
import { connect } from '../../../database.ts';
import { loadKeys } from '../../../keys.ts';
import { applyRun } from '../import-jobs.ts';
import { holdRun } from '../run-locks.ts';

/** A server process of its own, which applies one run: `node --import tsx apply-child.fixture.ts <url> <today> <runId>`. To be killed. */
const [url, today, runId] = process.argv.slice(2) as [string, string, string];
loadKeys('', '00'.repeat(32));
await connect(url);
await loadClock(today);
await holdRun(runId);
await applyRun(runId, { leadUnitIds: null, unitId: '411700', actor: { userId: null, title: '测试岗位' } });
process.exit(0);
