import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHref } from '../../ui/use-href.ts';
import styles from './morning.module.css';

/** One line of the morning: a matter, which it leads to, and beneath what is to be told of it. */
export type MorningLine = { id: string; number: string; title: string; verb?: string; told: ReactNode };

/** The first lines; says so where there are more than are listed. */
export function MorningList({ lines, total }: { lines: readonly MorningLine[]; total: number }) {
  const { t } = useTranslation('hard-problems');
  const href = useHref();
  return (
    <ul className={styles.list}>
      {lines.map(({ id, number, title, verb, told }) => (
        <li key={id} className={styles.line}>
          <a className={styles.matter} href={href({ to: '/items/$number', params: { number } })} title={`${number} ${title}`}>
            {verb && <strong className={styles.verb}>{verb}</strong>}
            <span className={styles.number}>{number}</span> {title}
          </a>
          <div className={styles.told}>{told}</div>
        </li>
      ))}
      {total > lines.length && <li className={styles.aside}>{t('morning.listed', { listed: lines.length, total })}</li>}
    </ul>
  );
}
