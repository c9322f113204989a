import { addDays } from '@duban/rules/calendar';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { LightsStrip } from '../../charts/lights-strip.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './rectifications.module.css';
import type { Disorder } from './rectifications-query.ts';
import { fixedBy, problemsOf } from './scope.ts';

type DisorderTableProps = {
  disorders: readonly Disorder[];
  list: 'ROAD_DISORDER' | 'ENFORCEMENT_DISORDER';
  code: string;
  asOf: string;
};

/** The 三乱 of one list: listed, closed, open, overdue and lights of each kind, each figure leading to its problems. */
export function DisorderTable({ disorders, list, code, asOf }: DisorderTableProps) {
  const { t } = useTranslation(['rectifications', 'common']);
  const english = useLanguage() === 'en';
  const href = useHref();
  const nameOf = ({ name, nameEn }: Disorder) => (english ? nameEn : name) ?? t('disorders.none');
  const hrefOf = (disorder: string, filter: ItemFilter = {}) => {
    const kinds = list === 'ROAD_DISORDER' ? { roadDisorders: [disorder] } : { enforcementDisorders: [disorder] };
    return href({ to: '/items', search: ledgerSearch(problemsOf(code, { ...kinds, ...filter })) });
  };
  const link = (disorder: string, count: number, filter?: ItemFilter) =>
    count === 0 ? '0' : <a href={hrefOf(disorder, filter)}>{count}</a>;
  const titles = ['listed', 'listedFixed', 'open', 'overdue'] as const;
  return (
    <ChartFrame
      label={t(`disorders.${list}`)}
      role="group"
      summary={disorders.map((one) => `${nameOf(one)} ${one.listed}`).join(t('common:listSeparator'))}
      table={{
        columns: [{ id: 'kind', title: t('disorders.kind') }, ...titles.map((id) => ({ id, title: t(`figures.${id}`), numeric: true }))],
        rows: disorders.map((one) => ({
          id: one.code,
          cells: [nameOf(one), ...titles.map((id) => one[id])],
          href: one.listed > 0 ? hrefOf(one.code) : undefined,
        })),
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.scroll} aria-label={t(`disorders.${list}`)} tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t(`disorders.${list}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('disorders.kind')}</th>
              {titles.map((id) => (
                <th key={id} scope="col">
                  {t(`figures.${id}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {disorders.map((one) => (
              <tr key={one.code}>
                <th scope="row">{nameOf(one)}</th>
                <td>{link(one.code, one.listed)}</td>
                <td>{link(one.code, one.listedFixed, fixedBy(asOf))}</td>
                <td>{link(one.code, one.open, { phase: 'OPEN' })}</td>
                <td>{link(one.code, one.overdue, { phase: 'OPEN', due: { to: addDays(asOf, -1) } })}</td>
                <td className={styles.lights}>
                  <LightsStrip
                    counts={{ GREEN: one.lights.green, YELLOW: one.lights.yellow, RED: one.lights.red, GREY: one.lights.grey }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </ChartFrame>
  );
}
