import { addDays } from '@duban/rules/calendar';
import { type MonthFigure, monthFigures } from '@duban/rules/rectification-months';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { useFigures } from '../../charts/use-figures.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './rectifications.module.css';
import type { BoardUnit } from './rectifications-query.ts';
import { problemsOf } from './scope.ts';

const titles = ['found', 'fixed', ...monthFigures, 'listed', 'open', 'overdue'] as const;
type Title = (typeof titles)[number];
const isMonthly = (title: Title): title is MonthFigure => (monthFigures as readonly string[]).includes(title);

/** A rectification by unit: what each entered and what it has to put right, with the months that it did not report. The last row is the whole. */
export function UnitTable({ units, code, asOf }: { units: readonly BoardUnit[]; code: string; asOf: string }) {
  const { t } = useTranslation(['rectifications', 'common']);
  const { number, month } = useFigures();
  const href = useHref();
  if (units.length === 0) return <EmptyState why={t('byUnit.none')} />;
  const titleOf = (title: Title) => (isMonthly(title) ? t(`monthly.${title}`) : t(`figures.${title}`));
  const filters: Partial<Record<Title, ItemFilter>> = {
    listed: {},
    open: { phase: 'OPEN' },
    overdue: { phase: 'OPEN', due: { to: addDays(asOf, -1) } },
  };
  const rowsHref = (unitId: string) => href({ to: '/rectifications/$code', params: { code }, search: { unit: unitId }, hash: 'entries' });
  const hrefOf = (unitId: string, title: Title) => {
    const filter = filters[title];
    return filter ? href({ to: '/items', search: ledgerSearch(problemsOf(code, { leadUnits: [unitId], ...filter })) }) : rowsHref(unitId);
  };
  const sumOf = (title: Title) => units.reduce((sum, unit) => sum + unit[title], 0);
  const silent = units.filter(({ missingMonths }) => missingMonths.length > 0).length;
  return (
    <ChartFrame
      label={t('byUnit.title')}
      role="group"
      summary={t('byUnit.summary', { count: units.length, missing: silent })}
      table={{
        columns: [
          { id: 'unit', title: t('byUnit.unit') },
          ...titles.map((id) => ({ id, title: titleOf(id), numeric: true })),
          { id: 'missing', title: t('byUnit.missing') },
        ],
        rows: units.map((unit) => ({
          id: unit.unitId,
          cells: [unit.unitName, ...titles.map((title) => unit[title]), unit.missingMonths.join(t('common:listSeparator')) || null],
          href: rowsHref(unit.unitId),
        })),
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.tall} aria-label={t('byUnit.title')} tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('byUnit.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('byUnit.unit')}</th>
              {titles.map((title) => (
                <th key={title} scope="col">
                  {titleOf(title)}
                </th>
              ))}
              <th scope="col" className={styles.text}>
                {t('byUnit.missing')}
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.unitId}>
                <th scope="row">
                  {unit.unitName}
                  {!unit.takesPart && <span className={styles.faint}> {t('byUnit.notPart')}</span>}
                </th>
                {titles.map((title) => (
                  <td key={title}>{unit[title] === 0 ? '0' : <a href={hrefOf(unit.unitId, title)}>{number(unit[title])}</a>}</td>
                ))}
                <td className={styles.text}>
                  {unit.missingMonths.length > 0 && (
                    <a className={styles.late} href={rowsHref(unit.unitId)}>
                      {unit.missingMonths.map(month).join(t('common:listSeparator'))}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('byUnit.total')}</th>
              {titles.map((title) => (
                <td key={title}>{number(sumOf(title))}</td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </section>
    </ChartFrame>
  );
}
