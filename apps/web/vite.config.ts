import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { graphqlDocuments } from './graphql-documents.ts';
import { precompress } from './precompress.ts';
import { serviceWorker } from './service-worker/build.ts';

/** The server of this product in development; the web is served by it in production. */
const server = process.env.API ?? 'http://127.0.0.1:4000';

/**
 * Packages every page needs. They change rarely, so they keep their own long-lived files. Nothing else is grouped by hand:
 * the kit (antd) and Recharts split by the pages that use them.
 * (Without their dependencies recursively, groups that need each other run before they are set up: a blank page.)
 */
const sharedPackages = [
  { name: 'react', test: /node_modules[\\/]\.pnpm[\\/](react|react-dom|scheduler)@/, priority: 2 },
  { name: 'router', test: /node_modules[\\/]\.pnpm[\\/]@tanstack\+/, priority: 1 },
  { name: 'data', test: /node_modules[\\/]\.pnpm[\\/](@apollo\+client|graphql|rxjs|optimism|@wry\+\w+)@/, priority: 1 },
];

export default defineConfig({
  plugins: [graphqlDocuments(), react(), serviceWorker(), precompress()],
  build: {
    target: 'chrome87',
    cssTarget: 'chrome87',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: sharedPackages } } },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    // The host stays the page's own: the server takes acts only from its own pages.
    proxy: Object.fromEntries(['/graphql', '/files', '/events'].map((path) => [path, { target: server, changeOrigin: false }])),
  },
});
