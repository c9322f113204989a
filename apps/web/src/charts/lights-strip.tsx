import { lights } from '@duban/rules/vocabulary';
import { lightColour } from '../ui/light-shape.tsx';
import styles from './lights-bar.module.css';
import type { LightCounts } from './lights-bar.tsx';

/** The thin stacked bar alone. Decoration: give the counts in words beside it. */
export function LightsStrip({ counts }: { counts: LightCounts }) {
  return (
    <span className={styles.bar} aria-hidden="true">
      {lights
        .filter((light) => counts[light] > 0)
        .map((light) => (
          <span key={light} style={{ flexGrow: counts[light], background: lightColour[light].ink }} />
        ))}
    </span>
  );
}
