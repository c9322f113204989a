import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';

const skipped = new Set(['node_modules', 'dist', 'generated', 'gql', '.vite']);

/** SHA-256 over the names and contents of files and of folders below them (built and installed things left out). */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((part) => filesBelow(inRoot(part))).sort()) {
    hash.update(`${path.relative(inRoot(), file)}\0`).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

function filesBelow(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [file];
  return fs.readdirSync(file).flatMap((name) => (skipped.has(name) ? [] : filesBelow(path.join(file, name))));
}

const stampFile = (step) => inRoot('node_modules', '.duban', step);

/** Was `step` last done for this `hash`, and are its products still there? */
export function isDone(step, hash, products) {
  const stamp = stampFile(step);
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash && products.every((product) => fs.existsSync(inRoot(product)));
}

export function markDone(step, hash) {
  fs.mkdirSync(path.dirname(stampFile(step)), { recursive: true });
  fs.writeFileSync(stampFile(step), hash);
}
