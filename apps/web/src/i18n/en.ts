import { byNamespace } from './by-namespace.ts';

/** The English texts, fetched when English is chosen. */
export const en = byNamespace(import.meta.glob('./en/*.json', { eager: true, import: 'default' }));
