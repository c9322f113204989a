import type { UnitKind } from '@duban/rules/vocabulary';
import { plainText } from './clean-text.ts';
import { nearest } from './name-match.ts';

/** The names a ledger may use, as plain data that crosses threads. */
export interface LookupData {
  /** Left off before unit names, e.g. 驻马店市. */
  cityName?: string;
  units: readonly { id: string; name: string; shortName: string; kind: UnitKind; aliases: readonly string[] }[];
  posts: readonly { id: string; title: string }[];
  terms: readonly { dictionary: string; code: string; name: string; aliases: readonly string[] }[];
}

/** Answers a name: the id it stands for, several it may stand for, or names that are nearly alike. */
export type Match = { id: string } | { candidates: string[] } | { suggestions: string[] };

export interface Lookup {
  unit(name: string): Match;
  post(title: string): Match;
  term(dictionary: string, name: string): Match;
  unitKind(id: string): UnitKind | undefined;
  /** Names as written in exports; an unknown id is written as itself. */
  unitName(id: string): string;
  postTitle(id: string): string;
  termName(dictionary: string, code: string): string;
  /** What drop-downs offer. */
  unitNames(kind?: UnitKind): string[];
  postTitles(): string[];
  termNames(dictionary: string): string[];
}

/** Builds the lookup of units (by full name, short name, alias, with or without 市), posts and dictionary terms. */
export function createLookup(data: LookupData): Lookup {
  const units = new NameIndex();
  const posts = new NameIndex();
  const terms = new Map<string, NameIndex>();
  for (const unit of data.units) units.add(unit.id, unit.name, [unit.shortName, ...unit.aliases]);
  for (const post of data.posts) posts.add(post.id, post.title, []);
  for (const term of data.terms) {
    const index = terms.get(term.dictionary) ?? new NameIndex();
    terms.set(term.dictionary, index.add(term.code, term.name, [term.code, ...term.aliases]));
  }
  const kinds = new Map(data.units.map((unit) => [unit.id, unit.kind]));
  const city = data.cityName ? plainText(data.cityName) : null;
  return {
    unit: (name) => units.find(name, (plain) => unitVariants(plain, city)),
    post: (title) => posts.find(title, postVariants),
    term: (dictionary, name) => terms.get(dictionary)?.find(name, termVariants) ?? { suggestions: [] },
    unitKind: (id) => kinds.get(id),
    unitName: (id) => units.nameOf(id),
    postTitle: (id) => posts.nameOf(id),
    termName: (dictionary, code) => terms.get(dictionary)?.nameOf(code) ?? code,
    unitNames: (kind) => data.units.filter((unit) => kind === undefined || unit.kind === kind).map((unit) => unit.name),
    postTitles: () => posts.names(),
    termNames: (dictionary) => terms.get(dictionary)?.names() ?? [],
  };
}

/** Names of one sort: what each stands for, tried as written first and then in its usual variants. */
class NameIndex {
  readonly #ids = new Map<string, Set<string>>();
  readonly #names = new Map<string, string>();
  readonly #answers = new Map<string, Match>();

  add(id: string, name: string, others: readonly string[]): this {
    this.#names.set(id, name);
    for (const word of [name, ...others]) {
      const plain = plainText(word);
      if (plain === '') continue;
      const ids = this.#ids.get(plain) ?? new Set();
      this.#ids.set(plain, ids.add(id));
    }
    return this;
  }

  find(name: string, variants: (plain: string) => string[]): Match {
    const known = this.#answers.get(name);
    if (known) return known;
    const answer = this.#search(name, variants);
    this.#answers.set(name, answer);
    return answer;
  }

  nameOf(id: string): string {
    return this.#names.get(id) ?? id;
  }

  names(): string[] {
    return [...this.#names.values()];
  }

  #search(name: string, variants: (plain: string) => string[]): Match {
    const plain = plainText(name);
    for (const variant of [plain, ...variants(plain)]) {
      const ids = this.#ids.get(variant);
      if (ids?.size === 1) return { id: [...ids][0]! };
      if (ids) return { candidates: [...ids].map((id) => this.nameOf(id)) };
    }
    const scored = nearest(name, this.#ids.keys(), 6);
    const names = new Set(scored.flatMap((word) => [...this.#ids.get(word)!].map((id) => this.nameOf(id))));
    return { suggestions: [...names].slice(0, 3) };
  }
}

/** 驻马店市发改委 and 市发改委 stand for 发改委, and the other way about. */
function unitVariants(plain: string, city: string | null): string[] {
  const bare = city && plain.startsWith(city) ? plain.slice(city.length) : plain.replace(/^市(?!$)/, '');
  return [bare, `市${bare}`, ...(city ? [`${city}${bare}`] : [])].filter((variant) => variant !== plain && variant !== '');
}

function postVariants(plain: string): string[] {
  return plain.startsWith('市') ? [plain.slice(1)] : [`市${plain}`];
}

/** 3.门难进 and 门难进（3） stand for 门难进. */
function termVariants(plain: string): string[] {
  const bare = plain.replace(/^[(（]?\d{1,2}[)）]?[.、:,-]?/, '').replace(/[(（]\d{1,2}[)）]$/, '');
  return bare === plain || bare === '' ? [] : [bare];
}
