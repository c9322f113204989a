import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatNumber, formatPercent } from '../../ui/format.ts';
import styles from './openness.module.css';
import type { OpennessItem } from './openness-query.ts';

/** What the public will see of a work, and nothing else: title, promise, whose duty, the target, and how far it is, by county too. */
export function PublicPreview({ item }: { item: OpennessItem }) {
  const { t } = useTranslation('openness');
  const language = useLanguage();
  const work = item.__typename === 'LivelihoodWorkItem' ? item.work : null;
  const percent = item.standing?.progressPercent ?? null;
  const number = (value: number) => formatNumber(value, language);
  return (
    <section className={styles.preview} aria-label={t('preview.title')}>
      <p className={styles.previewLabel}>{t('preview.title')}</p>
      <p className={styles.faint}>{language === 'en' ? item.category?.nameEn : item.category?.name}</p>
      <h3 className={styles.previewTitle}>{item.title}</h3>
      <p>{work?.promise ?? t('preview.noPromise')}</p>
      <p className={styles.faint}>
        {t('preview.duty', { unit: item.leadUnit.name })}
        {work && ` · ${t('preview.target', { quantity: number(work.quantity), unit: work.quantityUnit })}`}
      </p>
      {percent === null ? (
        <p>{t('preview.notReported')}</p>
      ) : (
        <div className={styles.progress}>
          <div className={styles.track} aria-hidden="true">
            <div className={styles.bar} style={{ inlineSize: `${Math.min(100, percent)}%` }} />
          </div>
          <span>{t('preview.progress', { percent: formatPercent(percent / 100) })}</span>
        </div>
      )}
      {work && work.countyTargets.length > 0 && (
        <ul className={styles.counties}>
          {work.countyTargets.map(({ county, target, actual }) => (
            <li key={county.id}>
              {county.shortName} {number(actual)}/{number(target)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
