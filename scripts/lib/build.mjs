import { Failure } from './failure.mjs';
import { bin, run } from './run.mjs';
import { hashOf, isDone, markDone } from './stamp.mjs';

/** Builds the web pages unless their sources are unchanged. Resolves to false when there was nothing to do. */
export async function build() {
  const hash = hashOf(['apps/web', 'apps/server/schema.graphql', 'packages/rules', 'tsconfig.base.json', 'pnpm-lock.yaml']);
  if (isDone('web', hash, ['apps/web/dist/index.html'])) return false;
  const { ok, output } = await run(bin('apps/web', 'vite'), ['build'], { cwd: 'apps/web', quiet: true });
  if (!ok) throw new Failure(`构建网页失败:\n${output.trim()}`);
  markDone('web', hash);
  return true;
}
