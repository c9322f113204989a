import { lights } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { LightsStrip } from '../../charts/lights-strip.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatPercent } from '../../ui/format.ts';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { Percent } from '../../ui/percent.tsx';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './complaints.module.css';
import type { ComplaintClass } from './complaints-query.ts';

/** The four classes: received, taken on, closed, and the lights of what is open; each figure leads to its complaints. */
export function ClassTable({ classes }: { classes: readonly ComplaintClass[] }) {
  const { t } = useTranslation(['complaints', 'terms', 'ledger', 'common']);
  const english = useLanguage() === 'en';
  const href = useHref();
  const nameOf = (one: Pick<ComplaintClass, 'name' | 'nameEn'>) => (english ? one.nameEn : one.name) ?? t('ledger:without.categories');
  const hrefOf = (code: string, filter: ItemFilter = {}) =>
    href({ to: '/items', search: ledgerSearch({ kinds: ['COMPLAINT'], categories: [code], ...filter }) });
  const link = (code: string, filter: ItemFilter, count: number) => (count === 0 ? '0' : <a href={hrefOf(code, filter)}>{count}</a>);
  return (
    <ChartFrame
      label={t('classes.title')}
      role="group"
      summary={t('classes.summary', { list: classes.map((one) => `${nameOf(one)} ${one.received}`).join(t('common:listSeparator')) })}
      table={{
        columns: [
          { id: 'name', title: t('classes.class') },
          ...(['received', 'takenOn', 'complete', 'completeRate'] as const).map((id) => ({ id, title: t(`classes.${id}`), numeric: true })),
          ...lights.map((light) => ({ id: light, title: t(`terms:lights.${light}`), numeric: true })),
        ],
        rows: classes.map((one) => ({
          id: one.code,
          cells: [
            nameOf(one),
            one.received,
            one.takenOn,
            one.complete,
            one.completePercent === null ? null : formatPercent(one.completePercent / 100),
            one.lights.green,
            one.lights.yellow,
            one.lights.red,
            one.lights.grey,
          ],
          href: hrefOf(one.code),
        })),
      }}
    >
      <section className={styles.scroll} aria-label={t('classes.title')}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('classes.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('classes.class')}</th>
              <th scope="col">{t('classes.received')}</th>
              <th scope="col">{t('classes.takenOn')}</th>
              <th scope="col">{t('classes.complete')}</th>
              <th scope="col">{t('classes.completeRate')}</th>
              <th scope="col">{t('terms:lights.YELLOW')}</th>
              <th scope="col">{t('terms:lights.RED')}</th>
              <th scope="col">{t('terms:light')}</th>
            </tr>
          </thead>
          <tbody>
            {classes.map(({ code, lights: lit, ...one }) => (
              <tr key={code}>
                <th scope="row">{nameOf(one)}</th>
                <td>{link(code, {}, one.received)}</td>
                <td>{link(code, { isTakenOn: true }, one.takenOn)}</td>
                <td>{link(code, { isTakenOn: true, isComplete: true }, one.complete)}</td>
                <td>
                  <Percent share={shareOf(one.completePercent)} numerator={one.complete} denominator={one.takenOn} />
                </td>
                <td>{link(code, { lights: ['YELLOW'] }, lit.yellow)}</td>
                <td>{link(code, { lights: ['RED'] }, lit.red)}</td>
                <td className={styles.lights}>
                  <LightsStrip counts={{ GREEN: lit.green, YELLOW: lit.yellow, RED: lit.red, GREY: lit.grey }} />
                  <span className="visually-hidden">{t('classes.lights', { ...lit })}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </ChartFrame>
  );
}
