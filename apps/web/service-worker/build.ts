import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));
/** What is opened without a network, beside the frame: the form of a visit, and the other language. */
const opened = ['/src/features/visits/new-visit-page.tsx', '/src/i18n/en.ts'];

/** Builds `service-worker.js` with the list of files that it keeps: the page, and the code behind `opened`. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset' || !dir) throw new Error('The build has no index.html');
      const revision = createHash('sha256').update(page.source).digest('hex').slice(0, 16);
      const files = [{ url: '/index.html', revision }, ...filesBehind(bundle).map((name) => ({ url: `/${name}`, revision: null }))];
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: { files: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
        build: {
          target: 'chrome87',
          outDir: dir,
          emptyOutDir: false,
          lib: { entry: worker, formats: ['iife'], name: 'serviceWorker', fileName: () => 'service-worker.js' },
        },
      });
    },
  };
}

/** Names of the files that the entry and the `opened` modules load: code, what it imports, and their styles. */
function filesBehind(bundle: Rolldown.OutputBundle): string[] {
  const found = new Set<string>();
  const add = (name: string) => {
    const chunk = bundle[name];
    if (found.has(name) || chunk?.type !== 'chunk') return;
    found.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
    for (const imported of chunk.imports) add(imported);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk') continue;
    if (chunk.isEntry || opened.some((path) => chunk.facadeModuleId?.endsWith(path))) add(chunk.fileName);
  }
  return [...found].sort();
}
