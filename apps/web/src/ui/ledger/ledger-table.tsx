import { DownloadOutlined } from '@ant-design/icons';
import { Button, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDenseTheme } from '../theme-context.ts';
import { phone, useMediaQuery } from '../use-media-query.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { LedgerCards } from './ledger-cards.tsx';
import { LedgerGrid } from './ledger-grid.tsx';
import styles from './ledger-table.module.css';
import type { LedgerColumn, LedgerPageInfo, LedgerPatch, LedgerSelection } from './ledger-types.ts';
import { Pager } from './pager.tsx';
import { useColumns } from './use-columns.ts';

export type LedgerTableProps<Row> = {
  /** Names the ledger for the remembered columns. */
  id: string;
  /** What the rows are, read out: 「十个方面问题台账」. */
  caption: string;
  rows: readonly Row[];
  columns: readonly LedgerColumn<Row>[];
  rowKey: (row: Row) => string;
  /** Address of the row's page. */
  href: (row: Row) => string;
  /** All rows that match, or null when the server wasn't asked. */
  total: number | null;
  pageInfo: LedgerPageInfo;
  size: number;
  /** `dueOn` upwards, `-dueOn` downwards. */
  sort?: string | undefined;
  onChange: (patch: LedgerPatch) => void;
  /** New rows are on their way: the old ones stay, dimmed. */
  pending?: boolean;
  /** Route that downloads what is filtered. */
  exportHref?: string;
  /** Stands beside the export: other ways out. */
  exportMore?: ReactNode;
  selection?: LedgerSelection;
  /** Shown in place of rows when there are none. */
  empty: ReactNode;
};

/** A register's rows: sorted, filtered and paged by the server; cards on a phone. */
export function LedgerTable<Row>(props: LedgerTableProps<Row>) {
  const { id, columns, rows, total, pageInfo, size, onChange, pending, exportHref, exportMore, selection, empty } = props;
  const { t } = useTranslation('tables');
  const onPhone = useMediaQuery(phone);
  const theme = useDenseTheme();
  const { shown, toggle, reset } = useColumns(id, columns);

  return (
    <ConfigProvider theme={theme}>
      <div className={styles.ledger} aria-busy={pending}>
        <div className={styles.toolbar}>
          <span className={styles.total} role="status">
            {total !== null && t('total', { count: total })}
          </span>
          <span className={`${styles.tools} no-print`}>
            {!onPhone && <ColumnChooser columns={columns} shown={shown} onToggle={toggle} onReset={reset} />}
            {exportHref && (
              <Button size="small" icon={<DownloadOutlined />} href={exportHref} download title={t('exportAll')}>
                {t('export')}
              </Button>
            )}
            {exportMore}
          </span>
        </div>
        <div className={pending ? styles.dimmed : undefined}>
          {rows.length === 0 && empty}
          {rows.length > 0 && (onPhone ? <LedgerCards {...props} columns={shown} /> : <LedgerGrid {...props} columns={shown} />)}
        </div>
        {(pageInfo.hasNextPage || pageInfo.hasPreviousPage || rows.length > 20) && (
          <Pager pageInfo={pageInfo} size={size} onChange={onChange} />
        )}
        {selection && selection.keys.length > 0 && (
          <div className={`${styles.selection} no-print`} role="status">
            <span>{t('selected', { count: selection.keys.length })}</span>
            {selection.actions}
            <Button size="small" type="text" onClick={() => selection.onChange([])}>
              {t('clearSelection')}
            </Button>
          </div>
        )}
      </div>
    </ConfigProvider>
  );
}
