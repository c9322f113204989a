import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import { formatMonth, formatNumber, formatPercent } from '../ui/format.ts';
import type { FigureFormat } from './chart-types.ts';

type Fraction = { share: number | null; numerator: number; denominator: number };

/** Figures as the charts write them, in the language on screen. */
export function useFigures(format: FigureFormat = 'number') {
  const { t } = useTranslation(['charts', 'common']);
  const language = useLanguage();
  return useMemo(() => {
    const figure = (value: number | null) => {
      if (value === null) return t('common:notReported');
      return format === 'percent' ? formatPercent(value) : formatNumber(value, language);
    };
    return {
      /** `1,234`, `62.4%` or 未报. */
      figure,
      /** `1,234 件`. */
      withUnit: (value: number | null, unit: string) =>
        value === null || !unit || format === 'percent' ? figure(value) : t('value', { value: figure(value), unit }),
      /** `62.4%（412/660）`. */
      fraction: ({ share, numerator, denominator }: Fraction) =>
        share === null
          ? t('noFraction')
          : t('fraction', {
              share: formatPercent(share),
              numerator: formatNumber(numerator, language),
              denominator: formatNumber(denominator, language),
            }),
      number: (value: number) => formatNumber(value, language),
      month: (period: string) => formatMonth(period, language),
    };
  }, [t, language, format]);
}
