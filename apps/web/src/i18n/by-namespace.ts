import type { ResourceLanguage } from 'i18next';

/** `./zh-CN/common.json` → `common`. */
export function byNamespace(files: Record<string, unknown>): ResourceLanguage {
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => [
      path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
      texts as ResourceLanguage[string],
    ]),
  );
}
