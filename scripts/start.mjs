#!/usr/bin/env node
// `npm start`: from a fresh clone to the running product. What was done before and hasn't changed is skipped.
import { build } from './lib/build.mjs';
import { requireNode, runMain } from './lib/failure.mjs';
import { generate } from './lib/generate.mjs';
import { install } from './lib/install.mjs';
import { runServer } from './lib/server.mjs';

const steps = [
  ['检查 Node', async () => requireNode()],
  ['安装依赖', install],
  ['生成代码', generate],
  ['构建网页', build],
];

await runMain(async () => {
  const total = steps.length + 1;
  for (const [i, [title, work]] of steps.entries()) {
    process.stdout.write(`[${i + 1}/${total}] ${title} … `);
    const start = Date.now();
    const done = await work();
    console.log(done === false ? '已是最新' : `完成(${((Date.now() - start) / 1000).toFixed(1)} 秒)`);
  }
  console.log(`[${total}/${total}] 启动服务 …`);
  process.exitCode = await runServer(['--import', 'tsx', 'apps/server/src/main.ts', ...process.argv.slice(2)]);
});
