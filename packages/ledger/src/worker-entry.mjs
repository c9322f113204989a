// A thread doesn't inherit the loader of its parent on every Node: it loads its own before the first TypeScript file.
import { register } from 'tsx/esm/api';

register();
export const { work } = await import('./parse-worker.ts');
