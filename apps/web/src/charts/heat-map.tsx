import { scaleQuantize } from 'd3-scale';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sequence } from '../ui/tokens.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { Axis, Drill, FigureFormat } from './chart-types.ts';
import { BoxMark } from './drill.tsx';
import { gridTable } from './grid-table.ts';
import { walkGrid } from './grid-walk.ts';
import styles from './heat-map.module.css';
import { useFigures } from './use-figures.ts';

export type HeatPoint = { row: string; column: string; value: number | null };

type HeatMapProps = Drill<HeatPoint> & {
  label: string;
  rows: readonly Axis[];
  columns: readonly Axis[];
  /** At most one per cell; a missing cell is drawn as 未报. */
  points: readonly HeatPoint[];
  unit: string;
  format?: FigureFormat;
  /** What the rows are, for the corner and the table: 单位. */
  rowTitle: string;
  /** Height after which the rows scroll under the headings. */
  maxHeight?: number;
};

/** Rows × columns with the number in each cell on one hue; walked with the arrow keys. */
export function HeatMap({ label, rows, columns, points, unit, format = 'number', rowTitle, maxHeight = 480, ...drill }: HeatMapProps) {
  const { t } = useTranslation('charts');
  const { figure, withUnit } = useFigures(format);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const byCell = useMemo(() => new Map(points.map((point) => [`${point.row}\n${point.column}`, point])), [points]);
  const most = points.reduce<HeatPoint | undefined>((top, point) => ((point.value ?? 0) > (top?.value ?? 0) ? point : top), undefined);
  const step = scaleQuantize<number>([0, most?.value ?? 1], [0, 1, 2, 3, 4, 5, 6]);
  const nameOf = (axis: readonly Axis[], id: string | undefined) => axis.find((one) => one.id === id)?.label ?? '—';
  const pointAt = (row: string, column: string): HeatPoint => byCell.get(`${row}\n${column}`) ?? { row, column, value: null };

  return (
    <ChartFrame
      label={label}
      role="group"
      summary={t('summary.heatMap', {
        label,
        rows: rows.length,
        columns: columns.length,
        row: nameOf(rows, most?.row),
        column: nameOf(columns, most?.column),
        value: withUnit(most?.value ?? 0, unit),
      })}
      table={gridTable(rows, columns, rowTitle, (row, column) => pointAt(row, column).value)}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the links inside */}
      <div className={styles.scroll} style={{ maxHeight }} onKeyDown={(event) => walkGrid(event, setAt)}>
        <table className={styles.map}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {rowTitle}
              </th>
              {columns.map((column) => (
                <th key={column.id} scope="col" className={styles.column} title={column.label}>
                  <span className={styles.clamp}>{column.label}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={row.id}>
                <th scope="row" className={styles.row} title={row.label}>
                  <span className={styles.clamp}>{row.label}</span>
                </th>
                {columns.map((column, columnIndex) => {
                  const point = pointAt(row.id, column.id);
                  const tone = sequence[step(point.value ?? 0)] ?? sequence[0];
                  const tabbable = at.row === rowIndex && at.column === columnIndex;
                  return (
                    <td key={column.id} className={styles.cell}>
                      <BoxMark
                        {...drill}
                        point={point}
                        label={t('cell', { row: row.label, column: column.label, value: withUnit(point.value, unit) })}
                        className={point.value === null ? styles.unreported : styles.mark}
                        {...(point.value === null ? {} : { style: { background: tone?.fill, color: tone?.ink } })}
                        cell={{ row: rowIndex, column: columnIndex, tabbable }}
                      >
                        {point.value === null ? '—' : figure(point.value)}
                      </BoxMark>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ChartFrame>
  );
}
