import { createStore } from '../app/store.ts';
import { readStored, writeStored } from '../app/stored.ts';
import zhCN from './zh-CN.json';

export type Language = 'zh-CN' | 'en';
export type Texts = typeof zhCN;

/** `a.b.c` for every text of the tree. */
type KeyOf<Tree> = { [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${KeyOf<Tree[Key]>}` }[keyof Tree & string];
export type TextKey = KeyOf<Texts>;
export type TextValues = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, values?: TextValues) => string;

const storedAs = 'language';

interface Chosen {
  language: Language;
  texts: Texts;
  t: Translate;
}

/** Texts in one language. Values stand where the text says `{{name}}`. */
export function translator(texts: Texts): Translate {
  return (key, values = {}) => {
    const text = key.split('.').reduce<unknown>((tree, part) => (tree as Record<string, unknown>)[part], texts) as string;
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

const chosen = createStore<Chosen>({ language: 'zh-CN', texts: zhCN, t: translator(zhCN) });

/** In a component: the chosen language and its texts. */
export const useTexts = () => chosen.use();

/** Switches the language, keeps the choice on this device and tells assistive technology. */
export async function chooseLanguage(language: Language): Promise<void> {
  const texts: Texts = language === 'en' ? (await import('./en.json')).default : zhCN;
  chosen.set({ language, texts, t: translator(texts) });
  document.documentElement.lang = language;
  writeStored(storedAs, language);
}

/** Takes up the language chosen last on this device; stays Chinese where the English texts can't be fetched. */
export async function startTexts(): Promise<void> {
  if (readStored(storedAs) === 'en') await chooseLanguage('en').catch(() => undefined);
}
