import { useTranslation } from 'react-i18next';
import { LightsStrip } from '../../charts/lights-strip.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { Percent } from '../../ui/percent.tsx';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './style-problems.module.css';
import type { StyleCategory } from './style-query.ts';

/** Every figure of every category, each leading to exactly its items. */
export function CategoryTable({ categories, asOf }: { categories: readonly StyleCategory[]; asOf: string }) {
  const { t } = useTranslation(['style-problems', 'terms']);
  const english = useLanguage() === 'en';
  const href = useHref();
  const link = (category: string, filter: ItemFilter, count: number) =>
    count === 0 ? (
      '0'
    ) : (
      <a href={href({ to: '/items', search: ledgerSearch({ kinds: ['STYLE_PROBLEM'], categories: [category], ...filter }) })}>{count}</a>
    );
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('table.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('terms:category')}</th>
            <th scope="col">{t('found')}</th>
            <th scope="col">{t('rectified')}</th>
            <th scope="col">{t('rectifiedRate')}</th>
            <th scope="col">{t('terms:writeOff')}</th>
            <th scope="col">{t('repeats.short')}</th>
            <th scope="col">{t('table.median')}</th>
            <th scope="col">{t('terms:lights.RED')}</th>
            <th scope="col">{t('terms:light')}</th>
          </tr>
        </thead>
        <tbody>
          {categories.map(({ category, lights, ...one }) => (
            <tr key={category}>
              <th scope="row">{english ? one.nameEn : one.name}</th>
              <td>{link(category, {}, one.found)}</td>
              <td>{link(category, { isComplete: true }, one.rectified)}</td>
              <td>
                <Percent share={shareOf(one.rectifiedPercent)} numerator={one.rectified} denominator={one.found} />
              </td>
              <td>{link(category, { states: ['WRITTEN_OFF'] }, one.writtenOff)}</td>
              <td>{link(category, { isRepeat: true }, one.repeats)}</td>
              <td>{one.medianWriteOffWorkingDays ?? '—'}</td>
              <td>{link(category, { lights: ['RED'] }, lights.red)}</td>
              <td className={styles.lights}>
                <LightsStrip counts={{ GREEN: lights.green, YELLOW: lights.yellow, RED: lights.red, GREY: lights.grey }} />
                <span className="visually-hidden">
                  {t('table.lights', { green: lights.green, yellow: lights.yellow, red: lights.red, grey: lights.grey, day: asOf })}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
