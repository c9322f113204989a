import { type Light, lights } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { LightShape, lightColour } from '../ui/light-shape.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { BoxMark } from './drill.tsx';
import styles from './lights-bar.module.css';
import { LightsStrip } from './lights-strip.tsx';
import { useFigures } from './use-figures.ts';

export type LightCounts = Readonly<Record<Light, number>>;

type LightsBarProps = {
  label: string;
  counts: LightCounts;
  /** Link of one light's items. */
  href?: (light: Light) => string;
  /** Words beside the shapes; without them the words are in the tip and read out. */
  words?: boolean;
};

/** How many items show which light: a thin bar and the counts under it. Lights without items are left out but for red. */
export function LightsBar({ label, counts, href, words = false }: LightsBarProps) {
  const { t } = useTranslation(['charts', 'terms', 'common']);
  const { number } = useFigures();
  const shown = lights.filter((light) => counts[light] > 0 || light === 'RED');
  const said = (light: Light) => `${t(`terms:lights.${light}`)} ${number(counts[light])}`;
  return (
    <ChartFrame
      label={label}
      role="group"
      summary={t('summary.lights', { label, lights: lights.map(said).join(t('common:listSeparator')) })}
      table={{
        columns: [
          { id: 'light', title: t('terms:light') },
          { id: 'count', title: t('terms:count'), numeric: true },
        ],
        rows: lights.map((light) => ({ id: light, cells: [t(`terms:lights.${light}`), counts[light]], href: href?.(light) })),
      }}
    >
      <LightsStrip counts={counts} />
      <ul className={styles.counts}>
        {shown.map((light) => (
          <li key={light}>
            <BoxMark point={light} href={href} label={said(light)} className={styles.count} style={{ color: lightColour[light].ink }}>
              <LightShape light={light} size={9} />
              {words ? (
                <span>{t(`terms:lights.${light}`)}</span>
              ) : (
                !href && <span className="visually-hidden">{t(`terms:lights.${light}`)}</span>
              )}
              <span className={styles.number}>{number(counts[light])}</span>
            </BoxMark>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
