import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatNumber, formatPercent } from '../../ui/format.ts';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import type { Funds } from './livelihood-query.ts';
import styles from './livelihood-works.module.css';

/** Funds of all, of each programme and of its works, with what hasn't arrived and what hasn't been paid. */
export function FundsTable({ funds }: { funds: readonly Funds[] }) {
  const { t } = useTranslation(['livelihood-works', 'charts']);
  const language = useLanguage();
  const href = useHref();
  const nameOf = (one: Funds) => {
    if (one.number !== null) return <a href={href({ to: '/items/$number', params: { number: one.number } })}>{one.title}</a>;
    if (one.programme === null) return t('charts:total');
    return t('funds.programme', { name: (language === 'en' ? one.programmeNameEn : one.programmeName) ?? one.programme, count: one.works });
  };
  const figure = (value: number) => formatNumber(value, language);
  const percent = (value: number | null) => (value === null ? '—' : formatPercent(shareOf(value)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={t('funds.tableTitle')} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('funds.tableTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('work')}</th>
            <th scope="col">{t('funds.planned')}</th>
            <th scope="col">{t('funds.arrived')}</th>
            <th scope="col">{t('funds.arrivedShare')}</th>
            <th scope="col">{t('funds.notArrived')}</th>
            <th scope="col">{t('funds.paid')}</th>
            <th scope="col">{t('funds.paidShare')}</th>
            <th scope="col">{t('funds.notPaid')}</th>
          </tr>
        </thead>
        <tbody>
          {funds.map((one) => (
            <tr key={`${one.programme} ${one.number}`} className={one.number === null ? styles.sum : undefined}>
              <th scope="row">{nameOf(one)}</th>
              <td>{figure(one.planned)}</td>
              <td>{figure(one.arrived)}</td>
              <td>{percent(one.arrivedPercent)}</td>
              <td>{figure(one.arrivedLag)}</td>
              <td>{figure(one.paid)}</td>
              <td>{percent(one.paidPercent)}</td>
              <td>{figure(one.paidLag)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
