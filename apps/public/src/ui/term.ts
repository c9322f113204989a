import type { Language } from '../i18n/i18n.ts';

/** A word of the campaign's own lists, in the page's language. */
export const termName = (term: { name: string; nameEn: string }, language: Language) => (language === 'en' ? term.nameEn : term.name);
