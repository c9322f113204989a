import { byNamespace } from './by-namespace.ts';

/** The Chinese texts, bundled: most people need no second request. */
export const zhCN = byNamespace(import.meta.glob('./zh-CN/*.json', { eager: true, import: 'default' }));
