import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LightMark } from '../../ui/light-mark.tsx';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import type { TeamBoard as Board } from './projects-query.ts';
import styles from './service-projects.module.css';

/** Projects × member departments: who leads, at which stage, whose seat is filled by which post. */
export function TeamBoard({ board: { total, departments, teams } }: { board: Board }) {
  const { t } = useTranslation(['service-projects', 'terms']);
  const english = useLanguage() === 'en';
  const href = useHref();
  const patch = useSearchPatch();
  if (teams.length === 0) return <EmptyState why={t('board.none')} />;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.scroll} aria-label={t('board.title')} tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('board.title')}</caption>
          <thead>
            <tr>
              <th scope="col" className={styles.first}>
                {t('project')}
              </th>
              <th scope="col">{t('terms:light')}</th>
              <th scope="col">{t('stage')}</th>
              <th scope="col">{t('board.leader')}</th>
              {departments.map(({ unitId, unitName, projects }) => (
                <th key={unitId} scope="col" className={styles.seat}>
                  {unitName}
                  <div className={styles.faint}>{t('board.serves', { count: projects })}</div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {teams.map((team) => (
              <tr key={team.number}>
                <th scope="row" className={styles.first}>
                  <a href={href({ to: '/items/$number', params: { number: team.number } })}>{team.title}</a>
                  <div className={styles.faint}>{[team.number, team.countyName].filter(Boolean).join(' · ')}</div>
                </th>
                <td>{team.light ? <LightMark light={team.light} /> : '—'}</td>
                <td>{(english ? team.stageNameEn : team.stageName) ?? '—'}</td>
                <td className={styles.leader}>{team.leader}</td>
                {departments.map(({ unitId }) => {
                  const seat = team.members.find((member) => member.unitId === unitId);
                  return (
                    <td key={unitId} className={styles.seat}>
                      {seat ? (seat.member ?? t('board.member')) : <span aria-hidden="true">·</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {teams.length < total && teams.length < 200 && (
        <Button size="small" className="no-print" onClick={() => patch({ teams: Math.min(total, 200) }, { replace: true })}>
          {t('board.more', { shown: teams.length, total })}
        </Button>
      )}
    </>
  );
}
