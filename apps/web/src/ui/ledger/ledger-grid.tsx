import { Table, type TableProps } from 'antd';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ledger-table.module.css';
import type { LedgerTableProps } from './ledger-table.tsx';
import type { LedgerColumn } from './ledger-types.ts';

const interactive = 'a, button, input, label, [role="button"]';

/** A press anywhere on a row opens its page, as its link would: with Ctrl or ⌘ in a new tab. */
function openRow(event: MouseEvent<HTMLElement>) {
  if (!(event.target instanceof Element) || event.target.closest(interactive) || window.getSelection()?.toString()) return;
  const link = event.currentTarget.querySelector<HTMLAnchorElement>('a[data-row-link]');
  if (!link) return;
  if (event.ctrlKey || event.metaKey) window.open(link.href, '_blank');
  else link.click();
}

/** The wide form of a ledger: antd's table, controlled from outside. */
export function LedgerGrid<Row>(props: LedgerTableProps<Row>) {
  const { caption, rows, columns, rowKey, href, sort, onChange, selection } = props;
  const { t } = useTranslation('tables');
  const sorted = sort?.replace(/^-/, '');
  const order = sort?.startsWith('-') ? 'descend' : 'ascend';

  const tableColumns = columns.map((column) => ({
    key: column.id,
    title: column.title,
    ...(column.width ? { width: column.width } : {}),
    ...(column.sticky ? { fixed: 'start' as const } : {}),
    ...(column.look === 'figure' ? { align: 'right' as const } : {}),
    ...(column.look === 'code' ? { className: styles.code ?? '' } : {}),
    ...(column.sortBy ? { sorter: true, sortOrder: column.sortBy === sorted ? (order as 'ascend' | 'descend') : null } : {}),
    showSorterTooltip: false,
    render: (_: unknown, row: Row) => <Cell column={column} row={row} href={href} />,
  }));

  const change: NonNullable<TableProps<Row>['onChange']> = (_pages, _filters, sorter) => {
    const one = Array.isArray(sorter) ? sorter[0] : sorter;
    const by = columns.find((column) => column.id === one?.columnKey)?.sortBy;
    onChange({ sort: by && one?.order ? (one.order === 'descend' ? `-${by}` : by) : undefined, after: undefined, before: undefined });
  };

  return (
    <Table<Row>
      aria-label={caption}
      size="small"
      dataSource={rows as Row[]}
      columns={tableColumns}
      rowKey={rowKey as (row: Row) => string}
      pagination={false}
      sticky={{ offsetHeader: 48 }}
      scroll={{ x: columns.reduce((sum, column) => sum + (column.width ?? 160), selection ? 40 : 0) }}
      onRow={() => ({ onClick: openRow, className: styles.row ?? '' })}
      onChange={change}
      {...(selection
        ? {
            rowSelection: {
              selectedRowKeys: [...selection.keys],
              onChange: (keys: readonly unknown[]) => selection.onChange(keys.map(String)),
              getCheckboxProps: (row: Row) => ({ 'aria-label': t('select', { row: rowKey(row) }) }) as object,
            },
          }
        : {})}
    />
  );
}

/** One cell; the main column's text is the row's link. */
function Cell<Row>({ column, row, href }: { column: LedgerColumn<Row>; row: Row; href: (row: Row) => string }) {
  const content = column.render(row);
  if (!column.main) return content;
  return (
    <a className={styles.main} href={href(row)} data-row-link="" title={typeof content === 'string' ? content : undefined}>
      {content}
    </a>
  );
}
