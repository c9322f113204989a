import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useHref } from '../../ui/use-href.ts';
import type { Draft } from './draft-store.ts';
import type { GridActions } from './grid-actions.ts';
import { GridCell } from './grid-cell.tsx';
import { blockOf, type GridLine, type GridSection, type Place } from './grid-model.ts';
import styles from './monthly-report.module.css';
import { RowLight } from './row-light.tsx';
import { useMonthlyWords } from './words.ts';

type MonthlyGridProps = {
  sections: readonly GridSection[];
  active: Place;
  anchor: Place;
  isReadOnly: boolean;
  /** The lights that sending will make are shown while there is something to send. */
  showsAfter: boolean;
  periodOn: string;
  draft: Draft;
  actions: GridActions;
};

/** The form as spreadsheets, one a register, through which keys and blocks go as through one. */
export function MonthlyGrid({ sections, active, anchor, ...shared }: MonthlyGridProps) {
  const { t } = useTranslation(['monthly-report', 'terms']);
  const { label } = useMonthlyWords();
  const { top, bottom, left, right } = blockOf(active, anchor);
  let first = 0;
  return sections.map(({ kind, columns, lines }) => {
    const from = first;
    first += lines.length;
    return (
      <section key={kind} className={styles.section}>
        <h2 className={styles.kind}>{t(`terms:kinds.${kind}`)}</h2>
        <div className={styles.scroller}>
          <table
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid (ARIA practices)
            role="grid"
            aria-label={t('gridOf', { kind: t(`terms:kinds.${kind}`) })}
            aria-rowcount={lines.length + 1}
            aria-colcount={columns.length + 2}
            aria-readonly={shared.isReadOnly}
            aria-multiselectable="true"
            className={styles.grid}
            style={{ '--columns': columns.length } as React.CSSProperties}
          >
            <thead>
              <tr aria-rowindex={1} className={styles.headings}>
                <th scope="col" aria-colindex={1}>
                  {t('item')}
                </th>
                {columns.map((column, at) => (
                  <th key={column} scope="col" aria-colindex={at + 2}>
                    {label({ label: column, unit: null })}
                  </th>
                ))}
                <th scope="col" aria-colindex={columns.length + 2}>
                  {t('light')}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, at) => {
                const index = from + at;
                const isInBlock = index >= top && index <= bottom && (top !== bottom || left !== right);
                return (
                  <Line
                    key={line.id}
                    line={line}
                    index={index}
                    rowIndex={at + 2}
                    activeColumn={active.line === index ? active.column : null}
                    left={isInBlock ? left : null}
                    right={isInBlock ? right : null}
                    {...shared}
                  />
                );
              })}
            </tbody>
          </table>
        </div>
      </section>
    );
  });
}

type LineProps = Pick<MonthlyGridProps, 'isReadOnly' | 'showsAfter' | 'periodOn' | 'draft' | 'actions'> & {
  line: GridLine;
  /** Over all sections. */
  index: number;
  rowIndex: number;
  activeColumn: number | null;
  left: number | null;
  right: number | null;
};

const Line = memo(function Line({ line, index, rowIndex, activeColumn, left, right, showsAfter, ...shared }: LineProps) {
  const { t } = useTranslation('monthly-report');
  const href = useHref();
  const { row, title, cells } = line;
  // An item of which only steps are asked is a heading over them.
  const isHeading = title === null && !cells.some(Boolean);
  return (
    <tr aria-rowindex={rowIndex} className={title === null ? styles.itemLine : styles.line}>
      <th
        scope="row"
        aria-colindex={1}
        aria-colspan={isHeading ? cells.length + 1 : undefined}
        className={isHeading ? styles.heading : styles.item}
      >
        {title === null ? (
          <>
            <a className={styles.number} tabIndex={-1} href={href({ to: '/items/$number', params: { number: row.number } })}>
              {row.number}
            </a>
            {row.duty === 'ASSIST' && <span className={styles.duty}>{t('assisting')}</span>}
            <span className={styles.title}>{row.title}</span>
          </>
        ) : (
          <span className={styles.step}>{title}</span>
        )}
      </th>
      {!isHeading &&
        cells.map((field, column) => (
          <GridCell
            key={column}
            line={line}
            field={field}
            lineIndex={index}
            column={column}
            isActive={activeColumn === column}
            isInBlock={left !== null && right !== null && column >= left && column <= right}
            {...shared}
          />
        ))}
      <td aria-colindex={cells.length + 2} className={styles.lightCell}>
        {title === null && <RowLight row={row} showsAfter={showsAfter} />}
      </td>
    </tr>
  );
});
