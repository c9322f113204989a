#!/usr/bin/env node
// `npm run dev`: the server, started again at each change, and vite with hot reload in front of it. Ending either ends both.
import { spawn } from 'node:child_process';
import { runMain } from './lib/failure.mjs';
import { generate } from './lib/generate.mjs';
import { install } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { bin } from './lib/run.mjs';

await runMain(async () => {
  await install();
  await generate();
  const env = { NODE_ENV: 'development', ...process.env };
  const children = [
    spawn(bin('.', 'tsx'), ['watch', '--clear-screen=false', 'apps/server/src/main.ts', ...process.argv.slice(2)], {
      cwd: inRoot(),
      env,
      stdio: 'inherit',
    }),
    ...['web', 'public'].map((app) => spawn(bin(`apps/${app}`, 'vite'), [], { cwd: inRoot('apps', app), env, stdio: 'inherit' })),
  ];
  let stopping = false;
  const stop = (signal) => {
    if (stopping) return; // tsx takes a second signal as an order to kill the server at once
    stopping = true;
    for (const child of children) child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  for (const child of children) child.on('exit', () => stop('SIGTERM'));
});
