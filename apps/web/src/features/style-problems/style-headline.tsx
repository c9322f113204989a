import { useTranslation } from 'react-i18next';
import { KeyFigure } from '../../charts/key-figure.tsx';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import type { StyleHeadline as Headline } from './style-query.ts';

/** 整改到位率 with its course and the lights of what is still open. Leads to what was rectified. */
export function StyleHeadline({ headline }: { headline: Headline }) {
  const { t } = useTranslation(['style-problems', 'terms']);
  const href = useHref();
  const { lights } = headline;
  return (
    <KeyFigure
      theme={t('terms:themes.STYLE')}
      label={t('rectifiedRate')}
      share={shareOf(headline.percent)}
      numerator={headline.numerator}
      denominator={headline.denominator}
      change={headline.changePoints}
      spark={headline.course.map(({ day, percent }) => ({ x: day.slice(0, 7), value: shareOf(percent) }))}
      counts={{ GREEN: lights.green, YELLOW: lights.yellow, RED: lights.red, GREY: lights.grey }}
      href={href({ to: '/items', search: ledgerSearch({ kinds: ['STYLE_PROBLEM'], isComplete: true }) })}
      lightHref={(light) => href({ to: '/items', search: ledgerSearch({ kinds: ['STYLE_PROBLEM'], lights: [light] }) })}
    />
  );
}
