import type { Light } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { DayText } from '../../ui/day-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LightMark } from '../../ui/light-mark.tsx';
import { timeInCity } from '../../ui/time-in-city.ts';
import { useHref } from '../../ui/use-href.ts';
import { useWhy, type Why } from '../../ui/why.ts';
import styles from './hard-problems.module.css';
import type { Duty } from './hard-problems-query.ts';

type DutyListProps = { caption: string; duties: readonly Duty[]; empty: string };

/** A vice mayor's problems: light and why, what, whose, how far, what comes next, till when, what was done last, decisions waiting. */
export function DutyList({ caption, duties, empty }: DutyListProps) {
  const { t } = useTranslation(['hard-problems', 'terms', 'item', 'common']);
  const english = useLanguage() === 'en';
  const href = useHref();
  if (duties.length === 0) return <EmptyState why={empty} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('terms:light')}</th>
            <th scope="col">{t('terms:number')}</th>
            <th scope="col">{t('duties.problem')}</th>
            <th scope="col">{t('terms:leadUnit')}</th>
            <th scope="col" className={styles.figure}>
              {t('duties.progress')}
            </th>
            <th scope="col">{t('duties.next')}</th>
            <th scope="col">{t('terms:due')}</th>
            <th scope="col">{t('duties.last')}</th>
            <th scope="col" className={styles.figure}>
              {t('duties.decisions')}
            </th>
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <tr key={duty.number}>
              <td>{duty.light ? <DutyLight light={duty.light} reason={duty.standing?.why} /> : duty.isSolved ? t('solved') : '—'}</td>
              <td className={styles.code}>{duty.number}</td>
              <th scope="row" className={styles.wide}>
                <a href={href({ to: '/items/$number', params: { number: duty.number } })}>{duty.title}</a>
                <div className={styles.faint}>
                  {[duty.level && t(`terms:levels.${duty.level}`), english ? duty.themeNameEn : duty.themeName].filter(Boolean).join(' · ')}
                </div>
              </th>
              <td>{duty.unitName}</td>
              <td className={styles.figure}>
                {duty.progressPercent === null ? (
                  '—'
                ) : (
                  <a
                    href={href({ to: '/items/$number', params: { number: duty.number }, hash: 'steps' })}
                    aria-label={t('duties.sheet', { title: duty.title, percent: duty.progressPercent })}
                  >
                    {duty.progressPercent}%
                  </a>
                )}
              </td>
              <td className={styles.next}>
                {duty.nextStep && !duty.isSolved ? t('duties.step', { step: duty.nextStep, day: duty.nextStepPlannedOn }) : '—'}
              </td>
              <td className={styles.day}>
                <DayText day={duty.dueOn} remainingWorkingDays={duty.standing?.remainingWorkingDays} />
              </td>
              <td className={styles.next}>
                {duty.lastAction && duty.lastAt ? (
                  <>
                    {duty.lastActor} {t(`item:story.actions.${duty.lastAction}`, { state: '' })}
                    <div className={styles.faint}>
                      <time dateTime={duty.lastAt}>{timeInCity(duty.lastAt)}</time>
                    </div>
                  </>
                ) : (
                  '—'
                )}
              </td>
              <td className={styles.figure}>{duty.openDecisions > 0 ? <strong>{duty.openDecisions}</strong> : 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DutyLight({ light, reason }: { light: Light; reason: Why | null | undefined }) {
  const why = useWhy();
  return <LightMark light={light} rule={reason?.rule} why={why(reason)} />;
}
