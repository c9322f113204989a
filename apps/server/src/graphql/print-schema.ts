import { readFileSync, writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { publicSchema } from '../public/schema.ts';
import { schema } from './schema.ts';

/** Prints the schemas to apps/server/schema.graphql and public.graphql; with `--check` only says whether the committed ones are the same. */
const files = { 'schema.graphql': schema, 'public.graphql': publicSchema };

for (const [name, printable] of Object.entries(files)) {
  const path = new URL(`../../${name}`, import.meta.url);
  const printed = `${printSchema(lexicographicSortSchema(printable))}\n`;
  if (!process.argv.includes('--check')) writeFileSync(path, printed);
  else if (readFileSync(path, 'utf8') !== printed) {
    console.error(`apps/server/${name} is out of date: run \`npx tsx apps/server/src/graphql/print-schema.ts\` and commit it.`);
    process.exitCode = 1;
  }
}
