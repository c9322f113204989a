import { fileURLToPath } from 'node:url';
import { checkReferences } from './check-references.ts';
import { expandPack } from './expand-pack.ts';
import type { Pack } from './pack.ts';
import { type PackFile, PackInvalid, type PackProblem, readPackFile } from './pack-file.ts';
import { type PackFileName, type PackSources, packFiles } from './schema.ts';

export type PackSourceFiles = { [K in PackFileName]: PackFile<PackSources[K]> };

/** The folder of a pack that ships with the product. */
export function packFolder(code: string): URL {
  return new URL(`../${code}/`, import.meta.url);
}

/**
 * Reads the pack `code`, checks each file against its schema and the files against each other, and writes it out row by row.
 * PackInvalid names file and line of every problem found. `folder` is for packs kept elsewhere.
 */
export async function readPack(code: string, folder: URL = packFolder(code)): Promise<Pack> {
  const problems: PackProblem[] = [];
  const names = Object.keys(packFiles) as PackFileName[];
  const files = await Promise.all(names.map(async (name) => [name, await read(name, folder, problems)] as const));
  if (problems.length > 0) throw new PackInvalid(code, inOrder(problems));

  const sources = Object.fromEntries(files) as PackSourceFiles;
  problems.push(...checkReferences(sources));
  if (problems.length > 0) throw new PackInvalid(code, inOrder(problems));
  return expandPack(code, sources);
}

function read<K extends PackFileName>(name: K, folder: URL, problems: PackProblem[]) {
  const file = `${name}.yaml`;
  return readPackFile<unknown>(fileURLToPath(new URL(file, folder)), file, packFiles[name], problems);
}

function inOrder(problems: readonly PackProblem[]): PackProblem[] {
  return [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
