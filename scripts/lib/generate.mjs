import fs from 'node:fs';
import { Failure } from './failure.mjs';
import { inRoot } from './paths.mjs';
import { prismaEnv } from './prisma.mjs';
import { bin, run } from './run.mjs';
import { hashOf, isDone, markDone } from './stamp.mjs';

/** Generates the Prisma client and the types of the web's GraphQL documents, each only when its sources changed. False when neither did. */
export async function generate() {
  const client = await generateClient();
  const documents = await generateDocuments();
  return client || documents;
}

async function generateClient() {
  const hash = hashOf(['prisma/schema', 'pnpm-lock.yaml']);
  if (isDone('prisma', hash, ['packages/db/src/generated/prisma/client.ts', 'apps/server/src/graphql/generated/pothos-types.ts']))
    return false;
  // Generating needs no schema engine, but the command line would download one: any program does in its place.
  await generated(bin('packages/db', 'prisma'), ['generate'], { env: prismaEnv(process.execPath) });
  markDone('prisma', hash);
  return true;
}

async function generateDocuments() {
  if (!fs.existsSync(inRoot('apps', 'web', 'codegen.ts'))) return false;
  const hash = hashOf(['apps/web/src', 'apps/web/codegen.ts', 'apps/server/schema.graphql', 'pnpm-lock.yaml']);
  if (isDone('graphql', hash, ['apps/web/src/gql/graphql.ts'])) return false;
  await generated(bin('apps/web', 'graphql-codegen'), ['--config', 'codegen.ts'], { cwd: 'apps/web' });
  markDone('graphql', hash);
  return true;
}

async function generated(command, args, options) {
  const { ok, output } = await run(command, args, { ...options, quiet: true });
  if (!ok) throw new Failure(`生成代码失败:\n${output.trim()}`);
}
