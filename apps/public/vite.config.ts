import { defineConfig } from 'vite';
import { precompress } from '../web/precompress.ts';

/** The server of this product in development; the site is served by it in production. */
const server = process.env.API ?? 'http://127.0.0.1:4000';

export default defineConfig({
  base: '/public/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [precompress()],
  build: {
    // Old phones: what Chrome 64 and iOS 12 understand. `tsconfig.json` keeps newer library functions out.
    target: ['es2018', 'chrome64', 'safari12'],
    cssTarget: ['chrome64', 'safari12'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: {
    host: '127.0.0.1',
    port: 5174,
    proxy: Object.fromEntries(['/public/graphql', '/public/files'].map((path) => [path, { target: server, changeOrigin: false }])),
  },
});
