import { useState } from 'react';
import type { Drill } from './chart-types.ts';
import { SvgMark } from './drill.tsx';
import { walkGrid } from './grid-walk.ts';
import styles from './period-bands.module.css';

type PeriodBandsProps<Point> = Drill<Point> & {
  points: readonly Point[];
  /** The point in words. */
  said: (point: Point) => string;
  left: number;
  top: number;
  width: number;
  height: number;
};

/** Invisible upright bands over a curve, one a period: pointing at one, or walking to it with the arrow keys, tells its figures. */
export function PeriodBands<Point>({ points, said, left, top, width, height, ...drill }: PeriodBandsProps<Point>) {
  const [at, setAt] = useState(points.length - 1);
  const step = width / Math.max(points.length, 1);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the bands inside
    <g onKeyDown={(event) => walkGrid(event, ({ column }) => setAt(column))}>
      {points.map((point, index) => (
        <SvgMark key={said(point)} {...drill} point={point} label={said(point)} cell={{ row: 0, column: index, tabbable: index === at }}>
          <rect className={styles.band} x={left + step * index} y={top} width={step} height={height} />
        </SvgMark>
      ))}
    </g>
  );
}
