import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { LightsStrip } from '../../charts/lights-strip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatPercent } from '../../ui/format.ts';
import type { ItemFilter } from '../../ui/ledger-link.ts';
import { Percent } from '../../ui/percent.tsx';
import { shareOf } from '../../ui/share.ts';
import styles from './public-problems.module.css';
import type { Unit } from './public-problems-query.ts';
import { useDrill } from './use-drill.ts';

/** A topic or a unit: what was raised, closed, and is red of it. */
export type StandRow = Pick<Unit, 'raised' | 'open' | 'closed' | 'closedPercent' | 'lights'> & {
  id: string;
  name: string;
  /** Lists its problems. */
  filter: ItemFilter;
};

type StandTableProps = { rows: readonly StandRow[]; title: string /** What the rows are. */; rowTitle: string };

/** Rows with what was raised and closed, the share beside its fraction, and the lights of what is open; each figure leads to its problems. */
export function StandTable({ rows, title, rowTitle }: StandTableProps) {
  const { t } = useTranslation(['public-problems', 'terms', 'common']);
  const drill = useDrill();
  if (rows.every(({ raised }) => raised === 0)) return <EmptyState why={t('none')} next={t('noneNext')} />;
  const link = (filter: ItemFilter, count: number) => (count === 0 ? '0' : <a href={drill(filter)}>{count}</a>);
  return (
    <ChartFrame
      label={title}
      role="group"
      summary={t('stand.summary', { list: rows.map(({ name, raised }) => `${name} ${raised}`).join(t('common:listSeparator')) })}
      table={{
        columns: [
          { id: 'name', title: rowTitle },
          ...(['raised', 'open', 'closed', 'closedRate'] as const).map((id) => ({ id, title: t(`stand.${id}`), numeric: true })),
          { id: 'red', title: t('terms:lights.RED'), numeric: true },
        ],
        rows: rows.map((one) => ({
          id: one.id,
          cells: [
            one.name,
            one.raised,
            one.open,
            one.closed,
            one.closedPercent === null ? null : formatPercent(one.closedPercent / 100),
            one.lights.red,
          ],
          href: drill(one.filter),
        })),
      }}
    >
      <section className={styles.scroll} aria-label={title}>
        <table className={styles.table}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{rowTitle}</th>
              <th scope="col">{t('stand.raised')}</th>
              <th scope="col">{t('stand.open')}</th>
              <th scope="col">{t('stand.closed')}</th>
              <th scope="col">{t('stand.closedRate')}</th>
              <th scope="col">{t('terms:lights.RED')}</th>
              <th scope="col">{t('terms:light')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, filter, lights: lit, ...one }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{link(filter, one.raised)}</td>
                <td>{link({ ...filter, phase: 'OPEN' }, one.open)}</td>
                <td>{link({ ...filter, isComplete: true }, one.closed)}</td>
                <td>
                  <Percent share={shareOf(one.closedPercent)} numerator={one.closed} denominator={one.raised} />
                </td>
                <td>{link({ ...filter, lights: ['RED'] }, lit.red)}</td>
                <td className={styles.lights}>
                  <LightsStrip counts={{ GREEN: lit.green, YELLOW: lit.yellow, RED: lit.red, GREY: lit.grey }} />
                  <span className="visually-hidden">{t('stand.lights', { ...lit })}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </ChartFrame>
  );
}
