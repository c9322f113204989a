/** Writes the six demo ledgers as .xlsx: `npx tsx prisma/seed/demo/make.ts <folder> [seed]`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoWorkbooks } from './workbooks.ts';

const [folder, seed] = process.argv.slice(2);
if (!folder) throw new Error('usage: make.ts <folder> [seed]');
await mkdir(folder, { recursive: true });
for (const { fileName, bytes } of await demoWorkbooks(seed)) {
  await writeFile(join(folder, fileName), bytes);
  process.stdout.write(`${join(folder, fileName)}  ${Math.ceil(bytes.length / 1024)} KB\n`);
}
