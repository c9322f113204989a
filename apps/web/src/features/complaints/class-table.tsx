import { useTranslation } from 'react-i18next';
import { LightsStrip } from '../../charts/lights-strip.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { Percent } from '../../ui/percent.tsx';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './complaints.module.css';
import type { ComplaintClass } from './complaints-query.ts';

/** The four classes: received, closed, and the lights of what is open; each figure leads to its complaints. */
export function ClassTable({ classes }: { classes: readonly ComplaintClass[] }) {
  const { t } = useTranslation(['complaints', 'terms']);
  const english = useLanguage() === 'en';
  const href = useHref();
  const link = (code: string, filter: ItemFilter, count: number) =>
    count === 0 ? (
      '0'
    ) : (
      <a href={href({ to: '/items', search: ledgerSearch({ kinds: ['COMPLAINT'], categories: [code], ...filter }) })}>{count}</a>
    );
  return (
    <section className={styles.scroll} aria-label={t('classes.title')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('classes.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('classes.class')}</th>
            <th scope="col">{t('classes.received')}</th>
            <th scope="col">{t('classes.complete')}</th>
            <th scope="col">{t('classes.completeRate')}</th>
            <th scope="col">{t('terms:lights.YELLOW')}</th>
            <th scope="col">{t('terms:lights.RED')}</th>
            <th scope="col">{t('terms:light')}</th>
          </tr>
        </thead>
        <tbody>
          {classes.map(({ code, lights, ...one }) => (
            <tr key={code}>
              <th scope="row">{english ? one.nameEn : one.name}</th>
              <td>{link(code, {}, one.received)}</td>
              <td>{link(code, { isComplete: true }, one.complete)}</td>
              <td>
                <Percent share={shareOf(one.completePercent)} numerator={one.complete} denominator={one.received} />
              </td>
              <td>{link(code, { lights: ['YELLOW'] }, lights.yellow)}</td>
              <td>{link(code, { lights: ['RED'] }, lights.red)}</td>
              <td className={styles.lights}>
                <LightsStrip counts={{ GREEN: lights.green, YELLOW: lights.yellow, RED: lights.red, GREY: lights.grey }} />
                <span className="visually-hidden">{t('classes.lights', { ...lights })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
