import { useTranslation } from 'react-i18next';
import { useFigures } from '../../charts/use-figures.ts';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './complaints.module.css';
import type { ComplaintCounts } from './complaints-query.ts';

type Counted = Exclude<keyof ComplaintCounts, '__typename'>;

/** What became of all that was received; then what is marked of it. */
const groups: readonly (readonly (readonly [Counted, ItemFilter])[])[] = [
  [
    ['received', {}],
    ['waiting', { states: ['DRAFT'] }],
    ['takenOn', { isTakenOn: true }],
    ['refused', { states: ['REFUSED'] }],
    ['withdrawn', { states: ['WITHDRAWN'] }],
  ],
  [
    ['repeated', { isRepeatComplainant: true }],
    ['collective', { isCollective: true }],
    ['reworked', { isReworked: true }],
    ['reopened', { isReopened: true }],
  ],
];

/** The complaints by what became of them, each figure a link; what the viewer may not know is left out. */
export function CountStrip({ counts }: { counts: ComplaintCounts }) {
  const { t } = useTranslation('complaints');
  const { number } = useFigures();
  const href = useHref();
  return (
    <section className={styles.counts} aria-label={t('counts.title')}>
      {groups.map((group) => (
        <ul key={group[0]?.[0]}>
          {group.map(([name, filter]) => {
            const count = counts[name];
            if (count === null) return null;
            const figure = <strong>{number(count)}</strong>;
            return (
              <li key={name} title={t(`countsAre.${name}`)}>
                {count === 0 ? (
                  <span>
                    {t(`counts.${name}`)} {figure}
                  </span>
                ) : (
                  <a href={href({ to: '/items', search: ledgerSearch({ kinds: ['COMPLAINT'], ...filter }) })}>
                    {t(`counts.${name}`)} {figure}
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      ))}
    </section>
  );
}
