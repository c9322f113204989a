import {
  categoryDictionary,
  findings,
  type ItemKind,
  itemKinds,
  itemStates,
  levels,
  lights,
  problemOrigins,
  rectificationClasses,
  satisfactions,
  themes,
  zeroContactKinds,
} from '@duban/rules/vocabulary';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import type { FilterField, FilterOption } from '../../ui/filters/filter-field.ts';
import { type ItemsSearch, rangeNames, rangeOf, yesNoNames } from '../../ui/ledger-link.ts';
import type { SearchRecord } from '../../ui/search-params.ts';
import { useSession } from '../../ui/session.ts';
import { useStateWord } from '../../ui/use-state-word.ts';
import type { Words } from '../../ui/words-query.ts';

/** Filters that belong to one register. */
const ofKind: Readonly<Record<ItemKind, readonly string[]>> = {
  STYLE_PROBLEM: ['progressClasses', 'isRepeat'],
  SERVICE_PROJECT: ['breachKinds'],
  HARD_PROBLEM: ['levels', 'isSolved'],
  LIVELIHOOD_WORK: [],
  COMPLAINT: ['complainedUnits', 'channels', 'findings', 'satisfactions', 'word'],
  SUPERVISION_TASK: [],
  PUBLIC_PROBLEM: ['origins', 'channels', 'isAnswered', 'satisfactions'],
  RECTIFICATION_PROBLEM: ['roadDisorders', 'enforcementDisorders'],
};
const primary = ['text', 'kinds', 'lights', 'states', 'categories', 'leadUnits', 'counties', 'due'];
const secondary = ['phase', 'units', 'dutyPosts', 'overseenBy', 'found', 'assigned', 'closed', 'writtenOff', 'closedOnTime', 'levels'];

/**
 * The filters of a ledger of `kinds` (empty: of all): the usual ones, those of the register, those in force, and the rest when `showAll`.
 * `hidden`: set by the page, not to be chosen.
 */
export function useLedgerFields(
  search: ItemsSearch,
  words: Words | undefined,
  { kinds, hidden, showAll }: { kinds: readonly ItemKind[]; hidden: readonly string[]; showAll: boolean },
): FilterField[] {
  const { t } = useTranslation(['ledger', 'terms']);
  const english = useLanguage() === 'en';
  const { units } = useSession();
  const stateWord = useStateWord();
  return useMemo(() => {
    const one = kinds.length === 1 ? kinds[0] : undefined;
    const wordsOf = <Word extends string>(list: readonly Word[], text: (word: Word) => string): FilterOption[] =>
      list.map((value) => ({ value, label: text(value) }));
    const termsOf = (dictionary: string) =>
      (words?.terms ?? [])
        .filter((term) => term.dictionary === dictionary)
        .map((term) => ({ value: term.code, label: english ? term.nameEn : term.name }));
    const unitOptions = (list: typeof units) => list.map((unit) => ({ value: unit.id, label: unit.shortName || unit.name }));
    const postOptions = (words?.posts ?? []).map((post) => ({ value: post.id, label: english ? post.titleEn : post.title }));
    const yesNo = [
      { value: '1', label: t('yes') },
      { value: '0', label: t('no') },
    ];
    const withoutOne = (id: 'categories' | 'complainedUnits' | 'counties' | 'disorders') => [{ value: 'NONE', label: t(`without.${id}`) }];
    const some = (id: keyof typeof lists, options: FilterOption[]): FilterField => ({
      kind: 'some',
      id,
      label: t(`fields.${id}`),
      options,
    });
    const lists = {
      kinds: wordsOf(itemKinds, (kind) => t(`terms:kinds.${kind}`)),
      themes: wordsOf(themes, (theme) => t(`terms:themes.${theme}`)),
      lights: wordsOf(lights, (light) => t(`terms:lights.${light}`)),
      states: wordsOf(itemStates, (state) => stateWord(state, one)),
      levels: wordsOf(levels, (level) => t(`terms:levels.${level}`)),
      progressClasses: wordsOf(rectificationClasses, (word) => t(`progressClasses.${word}`)),
      satisfactions: wordsOf(satisfactions, (word) => t(`satisfactions.${word}`)),
      findings: wordsOf(findings, (word) => t(`findings.${word}`)),
      breachKinds: wordsOf(zeroContactKinds, (word) => t(`breachKinds.${word}`)),
      categories: one ? [...termsOf(categoryDictionary[one]), ...withoutOne('categories')] : [],
      channels: termsOf(one === 'PUBLIC_PROBLEM' ? 'public-problem-channel' : 'complaint-channel'),
      origins: wordsOf(problemOrigins, (origin) => t(`origins.${origin}`)),
      roadDisorders: [...termsOf('road-disorder'), ...withoutOne('disorders')],
      enforcementDisorders: [...termsOf('enforcement-disorder'), ...withoutOne('disorders')],
      leadUnits: unitOptions(units),
      units: unitOptions(units),
      complainedUnits: [...unitOptions(units), ...withoutOne('complainedUnits')],
      counties: [...unitOptions(units.filter((unit) => unit.kind === 'COUNTY')), ...withoutOne('counties')],
      targetCounties: unitOptions(units.filter((unit) => unit.kind === 'COUNTY')),
      dutyPosts: postOptions,
      overseenBy: postOptions.filter((option) => words?.posts.some((post) => post.id === option.value && post.role === 'VICE_MAYOR')),
      settlementDueFrom: unitOptions(units),
      clauses: (search.clauses ?? []).map((value) => ({ value, label: value })),
    };
    const all: FilterField[] = [
      { kind: 'text', id: 'text', label: t('fields.text') },
      ...(Object.keys(lists) as (keyof typeof lists)[]).map((id) => some(id, lists[id])),
      { kind: 'one', id: 'phase', label: t('fields.phase'), options: wordsOf(['OPEN', 'ENDED'] as const, (phase) => t(`phases.${phase}`)) },
      { kind: 'text', id: 'word', label: t('fields.word') },
      ...yesNoNames.map((id): FilterField => ({ kind: 'one', id, label: t(`fields.${id}`), options: yesNo })),
      ...rangeNames.map((id): FilterField => ({ kind: 'days', id, label: t(`fields.${id}`), fromId: `${id}.from`, toId: `${id}.to` })),
    ];
    const order = [...primary, ...(one ? ofKind[one] : []), ...secondary];
    const shown = new Set<string>([
      ...primary.filter((id) => id !== 'categories' || one),
      ...(one ? ofKind[one] : []),
      ...(showAll ? secondary : []),
      ...Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [name])),
    ]);
    for (const id of hidden) shown.delete(id);
    const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
    return all.filter(({ id }) => shown.has(id)).sort((a, b) => place(a.id) - place(b.id));
  }, [t, english, units, words, kinds, hidden, showAll, search]);
}

/** The search with each range as two days, as a filter bar takes it. */
export function barValues(search: ItemsSearch): SearchRecord {
  const values: SearchRecord = { ...search };
  for (const name of rangeNames) {
    const { from, to } = rangeOf(search[name]) ?? {};
    Object.assign(values, { [`${name}.from`]: from, [`${name}.to`]: to });
  }
  return values;
}

/** A filter bar's change, with each range as one parameter again. */
export function searchPatch(patch: SearchRecord): SearchRecord {
  const changed: SearchRecord = { ...patch };
  for (const name of rangeNames) {
    const [fromId, toId] = [`${name}.from`, `${name}.to`];
    if (!(fromId in patch) && !(toId in patch)) continue;
    delete changed[fromId];
    delete changed[toId];
    changed[name] = patch[fromId] || patch[toId] ? `${patch[fromId] ?? ''}..${patch[toId] ?? ''}` : undefined;
  }
  // The code of a category or a channel means something in one register only.
  if ('kinds' in patch) Object.assign(changed, { categories: undefined, channels: undefined });
  return changed;
}
