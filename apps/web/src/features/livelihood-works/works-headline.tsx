import { useTranslation } from 'react-i18next';
import { KeyFigure } from '../../charts/key-figure.tsx';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import type { Headline } from './livelihood-query.ts';

/** 完成率 beside what the plan asks for, with its course and the lights of the works. */
export function WorksHeadline({ headline, filter }: { headline: Headline; filter: ItemFilter }) {
  const { t } = useTranslation(['livelihood-works', 'terms']);
  const href = useHref();
  const { lights } = headline;
  return (
    <KeyFigure
      theme={t('terms:themes.LIVELIHOOD')}
      label={t('completion')}
      share={shareOf(headline.percent)}
      numerator={headline.numerator}
      denominator={headline.denominator}
      change={headline.changePoints}
      planned={shareOf(headline.plannedPercent)}
      spark={headline.course.map(({ day, percent }) => ({ x: day.slice(0, 7), value: shareOf(percent) }))}
      counts={{ GREEN: lights.green, YELLOW: lights.yellow, RED: lights.red, GREY: lights.grey }}
      href={href({ to: '/items', search: ledgerSearch(filter) })}
      {...(filter.lights ? {} : { lightHref: (light) => href({ to: '/items', search: ledgerSearch({ ...filter, lights: [light] }) }) })}
    />
  );
}
