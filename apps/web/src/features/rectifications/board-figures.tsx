import { addDays } from '@duban/rules/calendar';
import { monthFigures } from '@duban/rules/rectification-months';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LightsBar } from '../../charts/lights-bar.tsx';
import { useFigures } from '../../charts/use-figures.ts';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { PanelContext } from '../../ui/panel/panel-context.ts';
import { Percent } from '../../ui/percent.tsx';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './rectifications.module.css';
import type { BoardTotal } from './rectifications-query.ts';
import { fixedBy, problemsOf } from './scope.ts';

/** The figures of a board: what is listed leads to the ledger with the same count, what was entered to the rows that make it. */
export function BoardFigures({ total, code, asOf }: { total: BoardTotal; code: string; asOf: string }) {
  const { t } = useTranslation('rectifications');
  const { number } = useFigures();
  const href = useHref();
  const listed = (count: number, filter: ItemFilter) =>
    count === 0 ? '0' : <a href={href({ to: '/items', search: ledgerSearch(problemsOf(code, filter)) })}>{number(count)}</a>;
  const rows = (count: number, hash = 'entries') => (count === 0 ? '0' : <a href={`#${hash}`}>{number(count)}</a>);
  const line = (label: string, value: ReactNode) => (
    <div key={label}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <section className={styles.figures} aria-label={t('figures.title')}>
      <dl className={styles.big}>
        {line(t('figures.found'), rows(total.found))}
        {line(t('figures.fixed'), <Percent share={shareOf(total.fixedPercent)} numerator={total.fixed} denominator={total.found} />)}
        {line(t('figures.open'), listed(total.open, { phase: 'OPEN' }))}
        {line(t('figures.overdue'), listed(total.overdue, { phase: 'OPEN', due: { to: addDays(asOf, -1) } }))}
      </dl>
      <PanelContext.Provider value={null}>
        <LightsBar
          label={t('figures.open')}
          counts={{ GREEN: total.lights.green, YELLOW: total.lights.yellow, RED: total.lights.red, GREY: total.lights.grey }}
          href={(light) => href({ to: '/items', search: ledgerSearch(problemsOf(code, { lights: [light] })) })}
          words
        />
      </PanelContext.Provider>
      <dl className={styles.strip}>
        {line(t('figures.listed'), listed(total.listed, {}))}
        {line(t('figures.listedFixed'), listed(total.listedFixed, fixedBy(asOf)))}
        {monthFigures.map((figure) => line(t(`monthly.${figure}`), rows(total[figure])))}
        {line(t('figures.units'), rows(total.units, 'units'))}
        {line(t('figures.missing'), rows(total.missing, 'units'))}
      </dl>
      <p className={styles.note}>{t('definition')}</p>
    </section>
  );
}
