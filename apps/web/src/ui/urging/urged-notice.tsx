import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useHref } from '../use-href.ts';
import styles from './urging.module.css';

const named = 3;

/** What was given, with the way to the slips; of many the first ones and the register. Takes the focus, as the drawer is gone. */
export function UrgedNotice({ slips }: { slips: readonly string[] }) {
  const { t } = useTranslation('urging');
  const href = useHref();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus({ preventScroll: true }), []);
  return (
    <p ref={line} tabIndex={-1} role="status" className={styles.urged}>
      {t('urged', { count: slips.length })}
      {slips.slice(0, named).map((number) => (
        <a key={number} href={href({ to: '/urgings/$number', params: { number } })}>
          {number}
        </a>
      ))}
      {slips.length > named && <a href={href({ to: '/urgings' })}>{t('toRegister')}</a>}
    </p>
  );
}
