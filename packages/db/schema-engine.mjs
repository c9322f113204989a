#!/usr/bin/env node
// Prisma's command line starts this in place of the schema engine that it would download (PRISMA_SCHEMA_ENGINE_BINARY).
// It speaks the engine's JSON-RPC, one message a line, over the WebAssembly build of the same engine from npm.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import readline from 'node:readline';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';
import { adapterFactory } from './schema-engine-adapter.mjs';

const args = process.argv.slice(2);
const valuesOf = (flag) => args.flatMap((arg, i) => (arg === flag ? [args[i + 1]] : []));

if (args.includes('cli')) process.exit(0); // `cli can-connect-to-database`: the first real command will tell

const url = JSON.parse(valuesOf('--datasource')[0] ?? '{}').url ?? process.env.DATABASE_URL;
const datamodels = valuesOf('--datamodels').map((path) => [path, fs.readFileSync(path, 'utf8')]);

// A panic of the engine never settles its call: answers for it, or the command line would see no differences and no failure.
let underWay;
let panic;
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message(message) {
    panic = message;
  },
};
process.on('uncaughtException', (error) => {
  sendFailure(underWay, panic ?? error.message, error.code, panic !== undefined);
  process.exitCode = 101;
  process.stdin.destroy();
});

loadWasm();
const engine = await wasm.SchemaEngine.new(
  { datamodels: datamodels.length ? datamodels : undefined },
  () => {},
  bindMigrationAwareSqlAdapterFactory(adapterFactory(url)),
);

for await (const line of readline.createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (method) await answer(id, method, params);
}
process.exit();

async function answer(id, method, params) {
  underWay = id;
  try {
    const result = await engine[method](params);
    if (method === 'diff' && result.stdout) send({ id: -1, method: 'print', params: { content: result.stdout } });
    send({ id, result: result ?? null });
  } catch (error) {
    sendFailure(id, error.message, error.code, false);
  }
}

function sendFailure(id, message, code, isPanic) {
  send({ id, error: { code: 4466, message, data: { is_panic: isPanic, message, error_code: code ?? null } } });
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

/** Node can't import .wasm files by itself: instantiates the module that lies beside the package's entry. */
function loadWasm() {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = fs.readFileSync(entry.replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { './schema_engine_bg.js': wasm });
  wasm.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}
