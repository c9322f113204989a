import styles from './ledger-table.module.css';
import type { LedgerTableProps } from './ledger-table.tsx';

/** The narrow form of a ledger: one card a row, light and number first, then the title, then the rest with its labels. */
export function LedgerCards<Row>({ caption, rows, columns, rowKey, href }: LedgerTableProps<Row>) {
  const main = columns.find((column) => column.main);
  const head = columns.filter((column) => column.always && !column.main);
  const rest = columns.filter((column) => !column.always && !column.main);
  return (
    <ul className={styles.cards} aria-label={caption}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={styles.card}>
          <div className={styles.cardHead}>
            {head.map((column) => (
              <span key={column.id} className={column.look === 'code' ? styles.code : undefined}>
                {column.render(row)}
              </span>
            ))}
          </div>
          {main && (
            <a className={styles.cardTitle} href={href(row)}>
              {main.render(row)}
            </a>
          )}
          <dl className={styles.facts}>
            {rest.map((column) => (
              <div key={column.id} className={styles.fact}>
                <dt>{column.title}</dt>
                <dd>{column.render(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
