import type { ScaleLinear } from 'd3-scale';
import styles from './curve.module.css';

type CurveGridProps = {
  y: ScaleLinear<number, number>;
  ticks: readonly number[];
  tickText: (value: number) => string;
  left: number;
  right: number;
  periods: readonly { id: string; lines: readonly string[]; x: number }[];
  baseline: number;
};

/** The quiet ground of a curve: hairlines with their values at the left, periods under the baseline. */
export function CurveGrid({ y, ticks, tickText, left, right, periods, baseline }: CurveGridProps) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in SVG takes no focus
    <g aria-hidden="true">
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? styles.baseline : styles.hairline} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text className={styles.tick} x={left - 6} y={y(tick) + 4}>
            {tickText(tick)}
          </text>
        </g>
      ))}
      {periods.map((period) => (
        <text key={period.id} className={styles.period} y={baseline + 15}>
          {period.lines.map((line, index) => (
            <tspan key={line} x={period.x} dy={index === 0 ? 0 : 13}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
}

/** Room for the longest tick text at the left of a curve, in pixels. */
export const gutterOf = (ticks: readonly number[], tickText: (value: number) => string): number =>
  Math.max(0, ...ticks.map((tick) => tickText(tick).length)) * 6.5 + 8;

/** Months as they fit, the last always among them; names of groups are all kept, broken into at most three lines. */
export function axisLabels(xs: readonly string[], month: (x: string) => string, at: (index: number) => number, step: number) {
  const isPeriod = xs.every((x) => month(x) !== x);
  const every = isPeriod ? Math.max(1, Math.ceil(34 / Math.max(step, 1))) : 1;
  return xs.flatMap((id, index) =>
    (xs.length - 1 - index) % every === 0
      ? [{ id, lines: isPeriod ? [month(id)] : broken(id, Math.max(2, Math.floor(step / 11.5))), x: at(index) }]
      : [],
  );
}

/** Lines of about equal length, so that no single sign is left over. */
function broken(text: string, room: number): string[] {
  const count = Math.min(3, Math.max(1, Math.ceil(text.length / room)));
  const length = Math.min(room, Math.ceil(text.length / count));
  const lines = Array.from({ length: count }, (_, index) => text.slice(index * length, (index + 1) * length)).filter(Boolean);
  return count * length < text.length ? [...lines.slice(0, -1), `${lines.at(-1)?.slice(0, -1)}…`] : lines;
}

/** How many lines the labels of `axisLabels` take. */
export const linesOf = (labels: readonly { lines: readonly string[] }[]): number => Math.max(1, ...labels.map(({ lines }) => lines.length));
