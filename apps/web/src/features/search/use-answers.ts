import type { Light } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../ui/session.ts';
import { useHref } from '../../ui/use-href.ts';
import type { FoundItem } from './search-query.ts';

/** One line of the answer: an item, or the ledger of a unit. */
export type Answer = { id: string; href: string; code: string; title: string; note: string; light: Light | null };

const unitsShown = 3;

/** The items found, then units with the text in their name. */
export function useAnswers(text: string, items: readonly FoundItem[]): Answer[] {
  const { t } = useTranslation('ledger');
  const { units } = useSession();
  const href = useHref();
  if (text === '') return [];
  return [
    ...items.map((item) => ({
      id: item.id,
      href: href({ to: '/items/$number', params: { number: item.number } }),
      code: item.number,
      title: item.title,
      note: item.leadUnit.shortName,
      light: item.standing?.light ?? null,
    })),
    ...units
      .filter(({ name, shortName }) => name.includes(text) || shortName.includes(text))
      .slice(0, unitsShown)
      .map((unit) => ({
        id: `unit-${unit.id}`,
        href: href({ to: '/items', search: { units: [unit.id] } }),
        code: t('search.unit'),
        title: unit.name,
        note: t('search.unitItems'),
        light: null,
      })),
  ];
}
