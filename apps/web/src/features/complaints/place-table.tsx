import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { useFigures } from '../../charts/use-figures.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatPercent } from '../../ui/format.ts';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { Percent } from '../../ui/percent.tsx';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './complaints.module.css';
import type { ComplaintPlace } from './complaints-query.ts';

/** By the unit complained of, or by the county in which the matter lies. */
type PlaceKind = 'complainedUnits' | 'counties';

/** Complaints by unit or county: received, settled, on time, upheld, red; each figure leads to its complaints. */
export function PlaceTable({ places, by }: { places: readonly ComplaintPlace[]; by: PlaceKind }) {
  const { t } = useTranslation(['complaints', 'ledger', 'terms']);
  const { number } = useFigures();
  const href = useHref();
  if (!places.some(({ received }) => received > 0)) return <EmptyState why={t('places.none')} />;
  const nameOf = ({ unitName }: ComplaintPlace) => unitName ?? t(`ledger:without.${by}`);
  const hrefOf = (unitId: string, filter: ItemFilter = {}) =>
    href({ to: '/items', search: ledgerSearch({ kinds: ['COMPLAINT'], [by]: [unitId], ...filter }) });
  const link = (unitId: string, count: number, filter?: ItemFilter) =>
    count === 0 ? '0' : <a href={hrefOf(unitId, filter)}>{number(count)}</a>;
  const [first] = [...places].sort((a, b) => b.received - a.received);
  const titles = ['received', 'takenOn', 'complete', 'onTime', 'upheld', 'red'] as const;
  return (
    <ChartFrame
      label={t(`places.${by}.title`)}
      role="group"
      summary={first ? t('places.summary', { count: places.length, name: nameOf(first), most: number(first.received) }) : ''}
      table={{
        columns: [
          { id: 'name', title: t(`places.${by}.name`) },
          ...titles.map((id) => ({ id, title: t(`places.${id}`), numeric: true })),
          { id: 'fraction', title: t('places.fraction'), numeric: true },
        ],
        rows: places.map((place) => ({
          id: place.unitId,
          cells: [
            nameOf(place),
            place.received,
            place.takenOn,
            place.complete,
            place.onTimePercent === null ? null : formatPercent(place.onTimePercent / 100),
            place.upheld,
            place.red,
            `${place.onTime}/${place.settlementDue}`,
          ],
          href: hrefOf(place.unitId),
        })),
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.tallTable} aria-label={t(`places.${by}.title`)} tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t(`places.${by}.title`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`places.${by}.name`)}</th>
              {titles.map((id) => (
                <th key={id} scope="col">
                  {t(`places.${id}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={place.unitId}>
                <th scope="row">{nameOf(place)}</th>
                <td>{link(place.unitId, place.received)}</td>
                <td>{link(place.unitId, place.takenOn, { isTakenOn: true })}</td>
                <td>{link(place.unitId, place.complete, { isTakenOn: true, isComplete: true })}</td>
                <td>
                  {place.settlementDue === 0 ? (
                    <span className={styles.faint}>{t('places.notRated')}</span>
                  ) : (
                    <a href={hrefOf(place.unitId, { isSettlementDue: true })}>
                      <Percent share={shareOf(place.onTimePercent)} numerator={place.onTime} denominator={place.settlementDue} />
                    </a>
                  )}
                </td>
                <td>{link(place.unitId, place.upheld, { findings: ['TRUE', 'PARTLY_TRUE'] })}</td>
                <td>{link(place.unitId, place.red, { lights: ['RED'] })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </ChartFrame>
  );
}
