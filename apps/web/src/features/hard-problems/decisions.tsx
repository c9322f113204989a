import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LightMark } from '../../ui/light-mark.tsx';
import { useHref } from '../../ui/use-href.ts';
import styles from './hard-problems.module.css';
import type { Decision } from './hard-problems-query.ts';

/** What waits for a leader's decision: which problem, which step, what is asked, for how long. */
export function Decisions({ decisions }: { decisions: readonly Decision[] }) {
  const { t } = useTranslation(['hard-problems', 'charts', 'terms', 'common']);
  const href = useHref();
  if (decisions.length === 0) return <EmptyState why={t('decisions.none')} next={t('decisions.noneNext')} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scrollBoth} aria-label={t('decisions.title')} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('decisions.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('terms:light')}</th>
            <th scope="col">{t('decisions.needed')}</th>
            <th scope="col">{t('duties.problem')}</th>
            <th scope="col">{t('sheets.step')}</th>
            <th scope="col">{t('charts:sheets.obstacle')}</th>
            <th scope="col">{t('decisions.leader')}</th>
            <th scope="col">{t('decisions.planned')}</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map((one) => (
            <tr key={`${one.number} ${one.step}`}>
              <td>{one.light ? <LightMark light={one.light} /> : '—'}</td>
              <th scope="row" className={styles.wide}>
                <strong>{one.decisionNeeded}</strong>
              </th>
              <td className={styles.wide}>
                <a href={href({ to: '/items/$number', params: { number: one.number } })}>
                  {one.number} {one.title}
                </a>
              </td>
              <td className={styles.next}>{one.step}</td>
              <td className={styles.next}>{one.obstacle ?? '—'}</td>
              <td>
                {one.leader ?? '—'}
                <div className={styles.faint}>{one.unitName}</div>
              </td>
              <td className={styles.day}>
                {one.plannedOn}
                {one.overdueDays !== null && <div className={styles.faint}>{t('common:overdue', { count: one.overdueDays })}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
