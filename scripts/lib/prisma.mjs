import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from './paths.mjs';

/** Arguments for Node that run Prisma's command line. */
export function prismaCommand(args) {
  const manifest = createRequire(inRoot('packages', 'db', 'package.json')).resolve('prisma/package.json');
  return [path.join(path.dirname(manifest), 'build', 'index.js'), ...args];
}

/** The environment for it: generators found, no update checks, and an engine that needs no download. */
export function prismaEnv(engine = inRoot('packages', 'db', 'schema-engine.mjs')) {
  return {
    ...process.env,
    PATH: [inRoot('apps', 'server', 'node_modules', '.bin'), process.env.PATH].join(path.delimiter),
    PRISMA_SCHEMA_ENGINE_BINARY: engine,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
}
