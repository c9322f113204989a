import { Failure } from './failure.mjs';
import { bin, run } from './run.mjs';
import { hashOf, isDone, markDone } from './stamp.mjs';

/** Builds the tool's pages and the public site, each only when its sources changed. Resolves to false when there was nothing to do. */
export async function build() {
  const web = await buildApp('web', ['apps/web', 'apps/server/schema.graphql', 'packages/rules']);
  const site = await buildApp('public', ['apps/public', 'apps/web/precompress.ts', 'apps/server/public.graphql']);
  return web || site;
}

async function buildApp(app, sources) {
  const folder = `apps/${app}`;
  const hash = hashOf([...sources, 'tsconfig.base.json', 'pnpm-lock.yaml']);
  if (isDone(app, hash, [`${folder}/dist/index.html`])) return false;
  const { ok, output } = await run(bin(folder, 'vite'), ['build'], { cwd: folder, quiet: true });
  if (!ok) throw new Failure(`构建网页失败:\n${output.trim()}`);
  markDone(app, hash);
  return true;
}
