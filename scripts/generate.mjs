#!/usr/bin/env node
// Generates what isn't committed: the Prisma client, Pothos' types, and the types of both sites' GraphQL documents.
import { runMain } from './lib/failure.mjs';
import { generate } from './lib/generate.mjs';

await runMain(generate);
