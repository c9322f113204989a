import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './item.module.css';

/** One fact in words; an empty one isn't shown. */
export type Fact = { label: string; value: ReactNode };

const isEmpty = (value: ReactNode) => value === null || value === undefined || value === '';

/** Facts with their labels; says so when the ledger gives none of them. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const { t } = useTranslation('item');
  const given = facts.filter(({ value }) => !isEmpty(value));
  if (given.length === 0) return <p className={styles.faint}>{t('nothingGiven')}</p>;
  return (
    <dl className={styles.facts}>
      {given.map(({ label, value }) => (
        <FactPair key={label} label={label} value={value} />
      ))}
    </dl>
  );
}

function FactPair({ label, value }: Fact) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
