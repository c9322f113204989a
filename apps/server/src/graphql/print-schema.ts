import { readFileSync, writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './schema.ts';

/** Prints the schema to apps/server/schema.graphql; with `--check` only says whether the committed one is the same. */
const path = new URL('../../schema.graphql', import.meta.url);
const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;

if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== printed) {
    console.error('apps/server/schema.graphql is out of date: run `npx tsx apps/server/src/graphql/print-schema.ts` and commit it.');
    process.exitCode = 1;
  }
} else {
  writeFileSync(path, printed);
}
