#!/usr/bin/env node
// Prisma's command line, with our schema engine in place of the one that it would download: `node scripts/prisma.mjs migrate status`.
import { spawnSync } from 'node:child_process';
import { root } from './lib/paths.mjs';
import { prismaCommand, prismaEnv } from './lib/prisma.mjs';

const result = spawnSync(process.execPath, prismaCommand(process.argv.slice(2)), { cwd: root, env: prismaEnv(), stdio: 'inherit' });
process.exit(result.status ?? 1);
