import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from './chart-frame.tsx';
import type { Axis, Drill } from './chart-types.ts';
import { BoxMark } from './drill.tsx';
import { gridTable } from './grid-table.ts';
import { walkGrid } from './grid-walk.ts';
import type { LightCounts } from './lights-bar.tsx';
import { LightsStrip } from './lights-strip.tsx';
import styles from './matrix.module.css';
import { useFigures } from './use-figures.ts';

/** One cell: how many, how many of them done, and their lights. */
export type MatrixPoint = { row: string; column: string; value: number; done?: number; counts?: LightCounts };

type MatrixProps = Drill<MatrixPoint> & {
  label: string;
  /** May include a total row or column: give its id in `totals`. */
  rows: readonly Axis[];
  columns: readonly Axis[];
  points: readonly MatrixPoint[];
  unit: string;
  rowTitle: string;
  /** What `done` counts: 已破解. */
  doneLabel?: string;
  /** Ids of rows and columns that sum others; set apart by weight. */
  totals?: readonly string[];
};

/** A few rows × a few columns, each cell with its count, the share done and its lights: 层级 × 主题. */
export function Matrix({ label, rows, columns, points, unit, rowTitle, doneLabel, totals = [], ...drill }: MatrixProps) {
  const { t } = useTranslation(['charts', 'terms', 'common']);
  const { number, withUnit } = useFigures();
  const [walked, setAt] = useState<{ row: number; column: number } | null>(null);
  const byCell = useMemo(() => new Map(points.map((point) => [`${point.row}\n${point.column}`, point])), [points]);
  const pointAt = (row: string, column: string): MatrixPoint => byCell.get(`${row}\n${column}`) ?? { row, column, value: 0 };
  const done = (point: MatrixPoint) => (point.done === undefined || !doneLabel ? '' : `${doneLabel} ${number(point.done)}`);
  const red = (point: MatrixPoint) => (point.counts?.RED ? `${t('terms:lights.RED')} ${number(point.counts.RED)}` : '');
  const said = (row: Axis, column: Axis, point: MatrixPoint) =>
    [t('cell', { row: row.label, column: column.label, value: withUnit(point.value, unit) }), done(point), red(point)]
      .filter(Boolean)
      .join(t('common:listSeparator'));
  const leads = (row: number, column: number) => {
    const [line, heading] = [rows[row], columns[column]];
    if (!line || !heading) return false;
    return drill.onSelect !== undefined || drill.href?.(pointAt(line.id, heading.id)) !== undefined;
  };
  // The one cell that Tab stops at: the one walked to, or the first that leads somewhere.
  const places = rows.flatMap((_row, row) => columns.map((_column, column) => ({ row, column })));
  const at = walked && leads(walked.row, walked.column) ? walked : places.find(({ row, column }) => leads(row, column));
  const cells = rows.flatMap((row) => columns.map((column) => `${row.label} ${column.label} ${number(pointAt(row.id, column.id).value)}`));

  return (
    <ChartFrame
      label={label}
      role="group"
      summary={t('summary.matrix', { label, rows: rows.length, columns: columns.length, cells: cells.join(t('common:listSeparator')) })}
      table={gridTable(rows, columns, rowTitle, (row, column) => {
        const point = pointAt(row, column);
        return point.done === undefined ? point.value : `${number(point.done)}/${number(point.value)}`;
      })}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the links inside */}
      <div className={styles.scroll} onKeyDown={(event) => walkGrid(event, setAt)}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {rowTitle}
              </th>
              {columns.map((column) => (
                <th key={column.id} scope="col" className={styles.column}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={row.id} className={totals.includes(row.id) ? styles.total : undefined}>
                <th scope="row" className={styles.row}>
                  {row.label}
                </th>
                {columns.map((column, columnIndex) => {
                  const point = pointAt(row.id, column.id);
                  return (
                    <td key={column.id} className={totals.includes(column.id) ? styles.totalCell : styles.cell}>
                      <BoxMark
                        {...drill}
                        point={point}
                        label={said(row, column, point)}
                        className={point.value === 0 ? styles.zero : styles.mark}
                        cell={{ row: rowIndex, column: columnIndex, tabbable: at?.row === rowIndex && at.column === columnIndex }}
                      >
                        <span className={styles.figures}>
                          <span className={styles.value}>{number(point.value)}</span>
                          {point.value > 0 && <span className={styles.done}>{done(point)}</span>}
                        </span>
                        {point.counts && point.value > 0 && <LightsStrip counts={point.counts} />}
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
