import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { graphqlDocuments } from './graphql-documents.ts';

/** The server of this product in development; the web is served by it in production. */
const server = process.env.API ?? 'http://127.0.0.1:4000';

/** Packages every page needs. They change rarely, so they keep their own long-lived files; the kit (antd) and the charts split by route. */
const sharedPackages = [
  { name: 'react', test: /node_modules[\\/](\.pnpm[\\/])?(react|react-dom|scheduler)@?[^\\/]*[\\/]/, priority: 3 },
  { name: 'router', test: /node_modules[\\/](\.pnpm[\\/])?@tanstack[+\\/]/, priority: 2 },
  { name: 'data', test: /node_modules[\\/](\.pnpm[\\/])?(@apollo[+\\/]client|graphql|rxjs|optimism|@wry|zen-observable)/, priority: 2 },
  {
    name: 'recharts',
    test: /node_modules[\\/](\.pnpm[\\/])?(recharts|victory-vendor|@reduxjs|immer|reselect|redux|react-redux|decimal\.js)/,
    priority: 2,
  },
];

export default defineConfig({
  plugins: [graphqlDocuments(), react()],
  build: {
    target: 'chrome87',
    cssTarget: 'chrome87',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: sharedPackages } } },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/graphql': server, '/files': server, '/events': server },
  },
});
