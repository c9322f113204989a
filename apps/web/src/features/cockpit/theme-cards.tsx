import type { Light, Theme } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { KeyFigure } from '../../charts/key-figure.tsx';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './cockpit.module.css';
import type { Headline } from './cockpit-query.ts';

/** The page behind each theme. */
const pages = {
  STYLE: '/style-problems',
  EFFICIENCY: '/complaints',
  HARD_PROBLEMS: '/hard-problems',
  LIVELIHOOD: '/livelihood-works',
} as const satisfies Record<Theme, string>;

/** The four themes: the headline rate, its change and course, the lights; each leads to its page. */
export function ThemeCards({ headlines }: { headlines: readonly Headline[] }) {
  const { t } = useTranslation(['cockpit', 'terms']);
  const href = useHref();
  return (
    <div className={styles.cards}>
      {headlines.map(({ theme, lights, ...headline }) => (
        <KeyFigure
          key={theme}
          theme={t(`terms:themes.${theme}`)}
          label={t(`rates.${theme}`)}
          share={shareOf(headline.percent)}
          numerator={headline.numerator}
          denominator={headline.denominator}
          change={headline.changePoints}
          planned={shareOf(headline.plannedPercent)}
          spark={headline.course.map(({ day, percent }) => ({ x: day.slice(0, 7), value: shareOf(percent) }))}
          counts={{ GREEN: lights.green, YELLOW: lights.yellow, RED: lights.red, GREY: lights.grey }}
          href={href({ to: pages[theme] })}
          lightHref={(light: Light) => href({ to: '/items', search: ledgerSearch({ themes: [theme], lights: [light] }) })}
        />
      ))}
    </div>
  );
}
