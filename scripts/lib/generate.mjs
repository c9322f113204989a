import fs from 'node:fs';
import { Failure } from './failure.mjs';
import { inRoot } from './paths.mjs';
import { prismaEnv } from './prisma.mjs';
import { bin, run } from './run.mjs';
import { hashOf, isDone, markDone } from './stamp.mjs';

/** Generates the Prisma client and the types of both sites' GraphQL documents, each only when its sources changed. False when none did. */
export async function generate() {
  const client = await generateClient();
  const web = await generateDocuments('web', 'apps/server/schema.graphql');
  const site = await generateDocuments('public', 'apps/server/public.graphql');
  return client || web || site;
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

async function generateDocuments(app, schema) {
  const folder = `apps/${app}`;
  if (!fs.existsSync(inRoot(folder, 'codegen.ts'))) return false;
  const hash = hashOf([`${folder}/src`, `${folder}/codegen.ts`, schema, 'pnpm-lock.yaml']);
  if (isDone(`graphql-${app}`, hash, [`${folder}/src/gql/graphql.ts`])) return false;
  await generated(bin(folder, 'graphql-codegen'), ['--config', 'codegen.ts'], { cwd: folder });
  markDone(`graphql-${app}`, hash);
  return true;
}

async function generated(command, args, options) {
  const { ok, output } = await run(command, args, { ...options, quiet: true });
  if (!ok) throw new Failure(`生成代码失败:\n${output.trim()}`);
}
