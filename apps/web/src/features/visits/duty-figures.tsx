import { useTranslation } from 'react-i18next';
import { KeyFigure } from '../../charts/key-figure.tsx';
import { useFigures } from '../../charts/use-figures.ts';
import type { VisitFiguresQuery } from '../../gql/graphql.ts';
import { shareOf } from '../../ui/share.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHref } from '../../ui/use-href.ts';
import styles from './visits.module.css';
import type { VisitCalendar } from './visits-query.ts';
import { answeredOutcomes, type VisitsSearch } from './visits-search.ts';

export type DayRange = { from: string; to: string } | null;

type DutyFiguresProps = {
  months: VisitCalendar['months'];
  figures: VisitFiguresQuery['visitFigures'] | undefined;
  group: VisitsSearch['group'];
  range: DayRange;
};

/** Done of owed in the last month shown; needs answered of raised; visits, front-line visits and needs that became items, of the months shown. */
export function DutyFigures({ months, figures, group, range }: DutyFiguresProps) {
  const { t } = useTranslation('visits');
  const { number } = useFigures();
  const href = useHref();
  const month = months.at(-1);
  const toList = (search: VisitsSearch) => href({ to: '/visits', search: { group, ...range, ...search }, hash: 'register' });
  const counts = figures && [
    { id: 'visits', value: figures.visits, href: toList({ status: 'IN_FORCE' }) },
    { id: 'frontLine', value: figures.frontLine, href: toList({ status: 'IN_FORCE', frontLine: 'yes' }) },
    { id: 'needs', value: figures.needs, href: toList({ list: 'needs' }) },
    { id: 'becameItems', value: figures.becameItems, href: toList({ list: 'needs', item: 'yes' }) },
  ];
  return (
    <div className={styles.figures}>
      {month && (
        <KeyFigure
          theme={t('figures.month', { month: month.month })}
          label={t('figures.monthOf')}
          share={shareOf(month.percent)}
          numerator={month.done}
          denominator={month.owed}
          change={null}
          href={href({ to: '/visits', search: { group, fromMonth: month.month, toMonth: month.month, only: 'DONE' }, hash: 'calendar' })}
        />
      )}
      {figures ? (
        <KeyFigure
          theme={t('figures.answered')}
          label={t('figures.answeredOf')}
          share={shareOf(figures.answeredPercent)}
          numerator={figures.answered}
          denominator={figures.needs}
          change={null}
          href={toList({ list: 'needs', outcomes: [...answeredOutcomes] })}
        />
      ) : (
        <Skeleton height={90} />
      )}
      <ul className={styles.counts} aria-label={t('figures.all')}>
        {counts?.map(({ id, value, href: to }) => (
          <li key={id}>
            <a href={to}>
              <span className={styles.count}>{number(value)}</span>
              <span>{t(`figures.${id as 'visits'}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
