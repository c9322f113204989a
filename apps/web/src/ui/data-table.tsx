import { useLanguage } from '../i18n/use-language.ts';
import styles from './data-table.module.css';
import { formatNumber } from './format.ts';
import type { TableData } from './table-data.ts';

/** A small plain table: the numbers behind a chart. `caption` is read out, not shown. */
export function DataTable({ table, caption }: { table: TableData; caption: string }) {
  const language = useLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.id} scope="col" className={column.numeric ? styles.numeric : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id}>
              {row.cells.map((cell, index) => {
                const column = table.columns[index];
                const text = cell === null ? '—' : typeof cell === 'number' ? formatNumber(cell, language) : cell;
                const content = index === 0 && row.href ? <a href={row.href}>{text}</a> : text;
                return index === 0 ? (
                  <th key={column?.id} scope="row">
                    {content}
                  </th>
                ) : (
                  <td key={column?.id} className={column?.numeric ? styles.numeric : undefined}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
