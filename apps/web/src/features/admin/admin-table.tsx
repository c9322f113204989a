import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './admin.module.css';

export type AdminColumn<Row> = { id: string; title: string; render: (row: Row) => ReactNode };

type AdminTableProps<Row> = {
  caption: string;
  columns: readonly AdminColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The words by which a row is found; without it there is no search. */
  words?: (row: Row) => string;
  /** The buttons of a row. */
  acts?: (row: Row) => ReactNode;
  /** The buttons of the whole list. */
  extra?: ReactNode;
};

/** A list of what is administered: found by words, acted on by row. */
export function AdminTable<Row>({ caption, columns, rows, rowKey, words, acts, extra }: AdminTableProps<Row>) {
  const { t } = useTranslation('admin');
  const [text, setText] = useState('');
  const sought = text.trim().toLowerCase();
  const shown = sought && words ? rows.filter((row) => words(row).toLowerCase().includes(sought)) : rows;
  return (
    <>
      <div className={styles.bar}>
        {words && (
          <>
            <span className={styles.search}>
              <Input
                allowClear
                aria-label={t('find')}
                placeholder={t('find')}
                value={text}
                onChange={({ target }) => setText(target.value)}
              />
            </span>
            <span className={styles.count}>{t('rows', { count: shown.length })}</span>
          </>
        )}
        <span className={styles.extra}>{extra}</span>
      </div>
      {shown.length === 0 ? (
        <EmptyState why={t('nothing')} />
      ) : (
        <section className={styles.scroll} aria-label={caption}>
          <table className={styles.table}>
            <caption className="visually-hidden">{caption}</caption>
            <thead>
              <tr>
                {columns.map(({ id, title }) => (
                  <th key={id} scope="col">
                    {title}
                  </th>
                ))}
                {acts && <th scope="col">{t('acts')}</th>}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={rowKey(row)}>
                  {columns.map(({ id, render }) => (
                    <td key={id}>{render(row)}</td>
                  ))}
                  {acts && <td className={styles.acts}>{acts(row)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
