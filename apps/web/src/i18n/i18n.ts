import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readStored, writeStored } from '../ui/stored.ts';
import { zhCN } from './zh-cn.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const storedAs = 'language';

const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

async function loadTexts(language: Language) {
  if (language === 'zh-CN' || i18next.hasResourceBundle(language, 'common')) return;
  const { en } = await import('./en.ts');
  for (const [namespace, texts] of Object.entries(en)) i18next.addResourceBundle('en', namespace, texts);
}

/** Starts i18next in the language this person chose last (Chinese at first). Await before the first render. */
export async function startI18n(chosen: unknown = readStored(storedAs)): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    defaultNS: 'common',
    resources: { 'zh-CN': zhCN },
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  await chooseLanguage(isLanguage(chosen) ? chosen : 'zh-CN');
}

/** Switches the texts, keeps the choice on this machine and tells assistive technology. */
export async function chooseLanguage(language: Language): Promise<void> {
  await loadTexts(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  writeStored(storedAs, language);
}
