import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import type { Drill } from './chart-types.ts';
import styles from './drill.module.css';
import { useTip } from './tip.tsx';

type MarkProps<Point> = Drill<Point> & {
  point: Point;
  /** The mark in words: read out, and shown as its tip. */
  label: string;
  className?: string | undefined;
  style?: CSSProperties;
  children: ReactNode;
  /** Position in a grid that is walked with the arrow keys. */
  cell?: { row: number; column: number; tabbable: boolean };
};

const classes = (...names: (string | undefined)[]) => names.filter(Boolean).join(' ');

/** A mark made of a box: a link, a button or plain, by what the chart was given. */
export function BoxMark<Point>({ point, label, href, onSelect, className, style, children, cell }: MarkProps<Point>) {
  const tip = useTip(label);
  const walk = cell ? { 'data-row': cell.row, 'data-column': cell.column, tabIndex: cell.tabbable ? 0 : -1 } : {};
  const to = href?.(point);
  if (to !== undefined) {
    return (
      <a className={classes(styles.link, className)} style={style} href={to} aria-label={label} {...walk} {...tip}>
        {children}
      </a>
    );
  }
  if (onSelect) {
    return (
      <button
        type="button"
        className={classes(styles.button, className)}
        style={style}
        aria-label={label}
        onClick={() => onSelect(point)}
        {...walk}
        {...tip}
      >
        {children}
      </button>
    );
  }
  const { onPointerEnter, onPointerLeave } = tip;
  return (
    <span className={className} style={style} onPointerEnter={onPointerEnter} onPointerLeave={onPointerLeave}>
      {children}
    </span>
  );
}

/** A mark inside an `<svg>`. With `cell` it can be walked to also when it leads nowhere. */
export function SvgMark<Point>({ point, label, href, onSelect, className, children, cell }: Omit<MarkProps<Point>, 'style'>) {
  const tip = useTip(label);
  const walk = cell ? { 'data-row': cell.row, 'data-column': cell.column, tabIndex: cell.tabbable ? 0 : -1 } : {};
  const to = href?.(point);
  if (to !== undefined) {
    return (
      <a className={classes(styles.svgMark, className)} href={to} aria-label={label} {...walk} {...tip}>
        {children}
      </a>
    );
  }
  if (onSelect) {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onSelect(point);
    };
    return (
      // biome-ignore lint/a11y/useSemanticElements: there is no button in SVG
      <g
        className={classes(styles.svgMark, className)}
        role="button"
        tabIndex={0}
        aria-label={label}
        onClick={() => onSelect(point)}
        onKeyDown={press}
        {...walk}
        {...tip}
      >
        {children}
      </g>
    );
  }
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group in SVG is not interactive
    <g className={classes(styles.plain, className)} role="img" aria-label={label} {...walk} {...tip}>
      {children}
    </g>
  );
}
