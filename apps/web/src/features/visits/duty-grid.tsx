import { monthEnd } from '@duban/rules/calendar';
import type { VisitDutyState } from '@duban/rules/visit-duty';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFigures } from '../../charts/use-figures.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useHref } from '../../ui/use-href.ts';
import styles from './visits.module.css';
import type { VisitCalendar } from './visits-query.ts';
import { leaderGroups } from './visits-search.ts';

type DutyGridProps = { calendar: VisitCalendar; only: VisitDutyState | undefined; pending: boolean };

/** Shape of each state, beside its word: never colour alone. */
const shapes: Record<VisitDutyState, string> = { DONE: '✓', OPEN: '○', MISSED: '✕', NOT_OWED: '–' };

/** Leader × month in three groups: state as shape and word, how many visits, and the streaks missed. A cell leads to exactly its visits. */
export function DutyGrid({ calendar: { months, leaders }, only, pending }: DutyGridProps) {
  const { t } = useTranslation('visits');
  const english = useLanguage() === 'en';
  const { month: monthName } = useFigures();
  const href = useHref();
  if (leaders.length === 0)
    return (
      <EmptyState why={t(only ? 'calendar.noneOf' : 'calendar.empty')} next={t(only ? 'calendar.noneOfNext' : 'calendar.emptyNext')} />
    );
  const wordOf = (state: VisitDutyState, visits: number) => {
    if (state === 'DONE') return t('calendar.times', { count: visits });
    if (state === 'NOT_OWED' && visits > 0) return t('calendar.extra', { count: visits });
    return t(`states.${state}`);
  };
  const groups = leaderGroups
    .map((group) => ({ group, rows: leaders.filter((leader) => leader.group === group) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <>
      <p className={styles.faint} role="status">
        {t('calendar.count', { count: leaders.length })}
        {only && ` · ${t('calendar.only', { state: t(`states.${only}`) })}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll what is longer than the screen */}
      <section className={styles.scroll} aria-label={t('calendar.title')} tabIndex={0} aria-busy={pending}>
        <table className={styles.grid}>
          <thead>
            <tr>
              <th scope="col" className={styles.leader}>
                {t('calendar.leader')}
              </th>
              {months.map(({ month }) => (
                <th key={month} scope="col" title={month}>
                  {monthName(month)}
                </th>
              ))}
              <th scope="col" className={styles.streak}>
                {t('calendar.longest')}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ group, rows }) => (
              <Fragment key={group}>
                <tr className={styles.group}>
                  <th scope="rowgroup" colSpan={months.length + 2}>
                    {t(`groups.${group}`)} <span className={styles.faint}>{t('calendar.count', { count: rows.length })}</span>
                  </th>
                </tr>
                {rows.map((leader) => (
                  <tr key={leader.postId}>
                    <th scope="row" className={styles.leader} title={leader.contactPoints.join(t('calendar.separator'))}>
                      {english ? leader.titleEn : leader.title}
                      <span className={styles.point}>{leader.contactPoints[0]}</span>
                    </th>
                    {leader.duties.map(({ month, state, visits }) => {
                      const said = (
                        <>
                          <span aria-hidden="true" className={styles.shape}>
                            {shapes[state]}
                          </span>
                          {state === 'NOT_OWED' && visits === 0 ? (
                            <span className="visually-hidden">{wordOf(state, visits)}</span>
                          ) : (
                            wordOf(state, visits)
                          )}
                        </>
                      );
                      return (
                        <td key={month} className={styles[state]}>
                          {visits > 0 ? (
                            <a
                              href={href({
                                to: '/visits',
                                search: { posts: [leader.postId], from: `${month}-01`, to: monthEnd(`${month}-01`), status: 'IN_FORCE' },
                                hash: 'register',
                              })}
                              aria-label={t('calendar.cell', { leader: leader.title, month, state: wordOf(state, visits) })}
                            >
                              {said}
                            </a>
                          ) : (
                            said
                          )}
                        </td>
                      );
                    })}
                    <td className={styles.streak}>
                      {leader.longestMissed > 0 ? t('calendar.months', { count: leader.longestMissed }) : '—'}
                      {leader.currentMissed > 0 && (
                        <span className={styles.lasting}>{t('calendar.lasting', { count: leader.currentMissed })}</span>
                      )}
                    </td>
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
