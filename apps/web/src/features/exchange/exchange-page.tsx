import { useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/page-head.tsx';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import styles from './exchange.module.css';
import { RegisterCards } from './register-cards.tsx';
import { RunHistory } from './run-history.tsx';
import { RunPanel } from './run-panel.tsx';

/** 台账导入: templates, current data, upload with a dry run, and what was imported before. */
export function ExchangePage() {
  const { t } = useTranslation('exchange');
  const search = useSearch({ from: '/frame/exchange' });
  const { isPast } = useSession();
  const patch = useSearchPatch();
  const open = (run: string | undefined) => patch({ run, verdict: undefined, after: undefined, before: undefined });
  return (
    <>
      <PageHead title={t('title')} subtitle={t('subtitle')} />
      <p className={styles.secrecy}>{t('secrecy')}</p>
      {isPast && <p className={styles.secrecy}>{t('pastDay')}</p>}
      <div className={styles.stack}>
        {search.run && (
          <RunPanel
            key={search.run}
            id={search.run}
            verdict={search.verdict}
            page={search}
            onVerdict={(verdict) => patch({ verdict, after: undefined, before: undefined })}
            onPage={patch}
            onClose={() => open(undefined)}
          />
        )}
        <Suspense fallback={<Skeleton height={320} />}>
          <RegisterCards asOf={search.asOf} onUploaded={open} />
        </Suspense>
        <RunHistory onOpen={open} />
      </div>
    </>
  );
}
