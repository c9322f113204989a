import { addDays } from '@duban/rules/calendar';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LightsBar } from '../../charts/lights-bar.tsx';
import { useFigures } from '../../charts/use-figures.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { PanelContext } from '../../ui/panel/panel-context.ts';
import { Percent } from '../../ui/percent.tsx';
import { useSession } from '../../ui/session.ts';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './rectifications.module.css';
import type { OverviewBoard, OverviewTotal } from './rectifications-query.ts';
import { problemsOf } from './scope.ts';
import { useStageWords } from './stage-words.ts';

/** One rectification among the five: where it stands, and its figures; its name leads to its board. */
export function CampaignCard({ board, total }: { board: OverviewBoard; total: OverviewTotal | undefined }) {
  const { t } = useTranslation('rectifications');
  const english = useLanguage() === 'en';
  const { asOf } = useSession();
  const { number } = useFigures();
  const href = useHref();
  const words = useStageWords();
  const name = english ? board.nameEn : board.name;
  const now = board.stages.find(({ isNow }) => isNow);
  // A stage that should have begun says so even while the one before is over.
  const late = board.stages.flatMap((stage) =>
    stage.phase !== 'OVER' && words.lateOf(stage) ? [`${words.nameOf(stage)}：${words.lateOf(stage)}`] : [],
  );
  const boardHref = (search: object = {}, hash?: string) =>
    href({ to: '/rectifications/$code', params: { code: board.code }, search, ...(hash ? { hash } : {}) });
  const listed = (count: number, filter: ItemFilter) =>
    count === 0 ? '0' : <a href={href({ to: '/items', search: ledgerSearch(problemsOf(board.code, filter)) })}>{number(count)}</a>;
  const rows = (count: number) => (count === 0 ? '0' : <a href={boardHref({}, 'entries')}>{number(count)}</a>);
  const line = (label: string, value: ReactNode) => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <article className={styles.card} aria-label={name}>
      <h2>
        <a href={boardHref()}>{name}</a>
      </h2>
      {board.version === 0 ? (
        <p className={styles.faint}>{t('notSetUp')}</p>
      ) : (
        <div className={styles.stageNow}>
          <strong>{now ? t('stage.now', { stage: words.nameOf(now) }) : t('stage.notBegun')}</strong>
          {now && <span>{words.plannedOf(now)}</span>}
          {now && <span>{words.actualOf(now)}</span>}
          {late.length > 0 ? <span className={styles.late}>{late.join('；')}</span> : <span>{t('stage.inTime')}</span>}
        </div>
      )}
      {total && (
        <>
          <dl className={styles.big}>
            {line(t('figures.found'), total.found === 0 ? '0' : <a href={boardHref({}, 'months')}>{number(total.found)}</a>)}
            {line(t('figures.fixed'), <Percent share={shareOf(total.fixedPercent)} numerator={total.fixed} denominator={total.found} />)}
          </dl>
          <dl className={styles.lines}>
            {line(t('figures.open'), listed(total.open, { phase: 'OPEN' }))}
            {line(t('figures.overdue'), listed(total.overdue, { phase: 'OPEN', due: { to: addDays(asOf, -1) } }))}
          </dl>
          <PanelContext.Provider value={null}>
            <LightsBar
              label={name}
              counts={{ GREEN: total.lights.green, YELLOW: total.lights.yellow, RED: total.lights.red, GREY: total.lights.grey }}
              href={(light) => href({ to: '/items', search: ledgerSearch(problemsOf(board.code, { lights: [light] })) })}
            />
          </PanelContext.Provider>
          <dl className={styles.lines}>
            {line(t('monthly.checks'), rows(total.checks))}
            {line(t('monthly.casesFiled'), rows(total.casesFiled))}
            {line(t('monthly.peopleHandled'), rows(total.peopleHandled))}
            {line(t('figures.missing'), total.missing === 0 ? '0' : <a href={boardHref({}, 'units')}>{number(total.missing)}</a>)}
          </dl>
        </>
      )}
      {board.leadUnit && <p className={styles.faint}>{t('lead', { unit: board.leadUnit.shortName })}</p>}
    </article>
  );
}
