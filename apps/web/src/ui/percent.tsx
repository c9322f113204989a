import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import { formatNumber, formatPercent } from './format.ts';
import styles from './percent.module.css';

type PercentProps = {
  /** 0–1, or null when the denominator is 0. */
  share: number | null;
  numerator: number;
  denominator: number;
};

/** A percentage, never without its fraction. */
export function Percent({ share, numerator, denominator }: PercentProps) {
  const { t } = useTranslation('common');
  const language = useLanguage();
  if (share === null) return <span className={styles.none}>{t('noDenominator')}</span>;
  return (
    <span className={styles.percent}>
      <span>{formatPercent(share)}</span>
      <span className={styles.fraction}>
        {t('of', { numerator: formatNumber(numerator, language), denominator: formatNumber(denominator, language) })}
      </span>
    </span>
  );
}
