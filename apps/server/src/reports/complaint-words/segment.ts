import type { Jieba } from '@node-rs/jieba';

let loading: Promise<Jieba> | undefined;

/** Splits Chinese text into words; the dictionary (some 50 MB in memory) is loaded when first asked for. */
export async function segmenter(): Promise<(text: string) => string[]> {
  loading ??= load();
  const jieba = await loading;
  return (text) => jieba.cut(text, false);
}

async function load(): Promise<Jieba> {
  const [{ Jieba }, { dict }] = await Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')]);
  return Jieba.withDict(dict);
}
