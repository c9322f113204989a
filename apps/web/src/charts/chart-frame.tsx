import { type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/data-table.tsx';
import { usePanelFrame } from '../ui/panel/panel-context.ts';
import type { TableData } from '../ui/table-data.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './chart-frame.module.css';
import { TipArea } from './tip.tsx';

type ChartFrameProps = {
  /** What is drawn, for the accessible name. */
  label: string;
  /** The chart in one or two sentences. */
  summary: string;
  /** The same numbers as rows. */
  table: TableData;
  /** `img` for one drawing without marks to press; `group` for links, buttons and tables. */
  role: 'img' | 'group';
  children: ReactNode;
};

/** What every chart has: a name, a text summary, a table view, a tip, and its place in the panel's downloads. */
export function ChartFrame({ label, summary, table, role, children }: ChartFrameProps) {
  const { t } = useTranslation('charts');
  const summaryId = useId();
  const frame = useRef<HTMLElement>(null);
  const view = usePanelFrame({ table, node: () => frame.current });
  if (table.rows.length === 0) return <p className={styles.nothing}>{t('noPoints')}</p>;
  if (view === 'table') return <DataTable table={table} caption={label} />;
  return (
    <figure ref={frame} className={styles.frame} role={role} aria-label={label} aria-describedby={summaryId}>
      <VisuallyHidden id={summaryId}>{summary}</VisuallyHidden>
      <TipArea>{children}</TipArea>
    </figure>
  );
}
