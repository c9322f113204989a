import type { Light } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { formatPercent, formatPoints } from '../ui/format.ts';
import { PanelContext } from '../ui/panel/panel-context.ts';
import styles from './key-figure.module.css';
import { type LightCounts, LightsBar } from './lights-bar.tsx';
import { Sparkline, type SparkPoint } from './sparkline.tsx';
import { useFigures } from './use-figures.ts';

type KeyFigureProps = {
  /** The theme or register: 转作风. The card's heading and link. */
  theme: string;
  /** What the rate is: 整改到位率. */
  label: string;
  /** 0–1, null when the denominator is 0. */
  share: number | null;
  numerator: number;
  denominator: number;
  /** Change on last month in percentage points; null when there is no last month. */
  change: number | null;
  /** Where the plan stands, 0–1, when there is one. */
  planned?: number | null;
  /** The last months, oldest first (shares 0–1). */
  spark?: readonly SparkPoint[];
  counts?: LightCounts;
  /** The page behind the card. */
  href: string;
  lightHref?: (light: Light) => string;
};

/** A headline rate: the figure, its fraction, the change on last month, its recent course and the lights behind it. */
export function KeyFigure({
  theme,
  label,
  share,
  numerator,
  denominator,
  change,
  planned,
  spark,
  counts,
  href,
  lightHref,
}: KeyFigureProps) {
  const { t } = useTranslation('common');
  const { number } = useFigures();
  return (
    <PanelContext.Provider value={null}>
      <article className={styles.card} aria-label={`${theme} ${label}`}>
        <header className={styles.head}>
          <h2>
            <a className={styles.link} href={href}>
              {theme}
            </a>
          </h2>
          <span className={styles.label}>{label}</span>
        </header>
        <div className={styles.body}>
          <div>
            <p className={styles.line}>
              <span className={styles.rate}>{share === null ? '—' : formatPercent(share)}</span>
              {change !== null && <Change points={change} />}
            </p>
            <p className={styles.fraction}>
              <span>
                {share === null ? t('noDenominator') : t('of', { numerator: number(numerator), denominator: number(denominator) })}
              </span>
              {typeof planned === 'number' && <span>{t('planned', { value: formatPercent(planned) })}</span>}
            </p>
          </div>
          {spark && spark.length > 1 && <Sparkline label={label} points={spark} format="percent" width={92} height={36} />}
        </div>
        {counts && <LightsBar label={theme} counts={counts} href={lightHref} />}
      </article>
    </PanelContext.Provider>
  );
}

/** The change on last month: arrow, points, and the words for those who don't see the arrow. */
function Change({ points }: { points: number }) {
  const { t } = useTranslation('common');
  const value = formatPoints(points);
  const [arrow, words] =
    points > 0 ? ['↑', t('changeUp', { value })] : points < 0 ? ['↓', t('changeDown', { value })] : ['→', t('changeFlat')];
  return (
    <span className={styles.change} title={words}>
      <span aria-hidden="true">
        {arrow}
        {points === 0 ? t('flat') : value}
      </span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
