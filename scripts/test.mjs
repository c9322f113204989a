#!/usr/bin/env node
// `npm test`: every check there is, then a summary. `--only check|unit|server|e2e` runs one group.
import { build } from './lib/build.mjs';
import { Failure, requireNode, runMain } from './lib/failure.mjs';
import { generate } from './lib/generate.mjs';
import { install } from './lib/install.mjs';

await runMain(async () => {
  requireNode();
  const only = chosenGroup(process.argv.slice(2));
  console.log('▶ install');
  await install();
  const { steps } = await import('./lib/test-steps.mjs'); // needs what install brought
  const preparation = { group: 'all', name: 'generate and build', work: prepare };
  const results = [];
  for (const step of [preparation, ...steps.filter(({ group }) => !only || group === only)]) results.push(await attempt(step));
  summarise(results);
});

function chosenGroup(args) {
  if (args.length === 0) return undefined;
  if (args[0] === '--only' && ['check', 'unit', 'server', 'e2e'].includes(args[1]) && args.length === 2) return args[1];
  throw new Failure('Usage: npm test -- [--only check|unit|server|e2e]');
}

async function prepare() {
  await generate();
  await build();
}

async function attempt({ name, work }) {
  console.log(`\n▶ ${name}`);
  const start = Date.now();
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
  try {
    const result = await work();
    return { name, outcome: result?.skipped ? `skipped: ${result.skipped}` : 'passed', seconds: seconds() };
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    return { name, outcome: 'FAILED', seconds: seconds() };
  }
}

function summarise(results) {
  const width = Math.max(...results.map(({ name }) => name.length));
  console.log('\nSummary');
  for (const { name, outcome, seconds } of results) console.log(`  ${name.padEnd(width)}  ${seconds.padStart(8)}  ${outcome}`);
  const failed = results.filter(({ outcome }) => outcome === 'FAILED').length;
  const passed = results.filter(({ outcome }) => outcome === 'passed').length;
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}
