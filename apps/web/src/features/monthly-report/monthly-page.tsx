import { useQuery } from '@apollo/client/react';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { BurdenTable } from './burden-table.tsx';
import { FormHead } from './form-head.tsx';
import { monthEndOf } from './month-end.ts';
import { MonthlyFormView } from './monthly-form-view.tsx';
import { MonthlyFormDocument } from './monthly-query.ts';
import styles from './monthly-report.module.css';

/** 月度填报: a unit's month on one screen. Without `unit` and `month`: the viewer's own unit, the last month ended. */
export function MonthlyPage() {
  const { t } = useTranslation('monthly-report');
  const { unit, month } = useSearch({ from: '/frame/monthly-report' });
  const asked = month ? monthEndOf(month) : null;
  const { data, error, loading, refetch } = useQuery(MonthlyFormDocument, {
    variables: { unitId: unit ?? null, periodOn: asked },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  // A new draft begins with each reading that was asked for.
  const [generation, setGeneration] = useState(0);
  const [news, setNews] = useState('');
  const [isExcelOpen, setIsExcelOpen] = useState(false);
  const reload = async (message?: string) => {
    await refetch();
    setGeneration((before) => before + 1);
    setNews(message ?? '');
  };
  const form = data?.monthlyForm ?? null;
  const periodOn = form?.periodOn ?? asked ?? data?.monthlyPeriods.find((_, at) => at === 0) ?? null;
  return (
    <>
      <FormHead
        form={form}
        periodOn={periodOn}
        unitId={unit ?? null}
        periods={data?.monthlyPeriods ?? (asked ? [asked] : [])}
        onExcel={form && form.rows.length > 0 ? () => setIsExcelOpen(true) : null}
      />
      {news && (
        <p role="status" className={styles.notice}>
          {news}
        </p>
      )}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />}
      {!data && loading && <Skeleton height={480} />}
      {data && !form && <EmptyState why={t('notYours')} next={t('notYoursNext')} />}
      {form && form.rows.length === 0 && <EmptyState why={t('nothing')} next={t('nothingNext')} />}
      {form && form.rows.length > 0 && (
        <MonthlyFormView
          key={`${form.id} ${generation}`}
          form={form}
          isExcelOpen={isExcelOpen}
          onExcelClosed={() => setIsExcelOpen(false)}
          onReload={(message) => void reload(message)}
        />
      )}
      {periodOn && (!form || form.rows.length === 0) && <BurdenTable periodOn={periodOn} />}
    </>
  );
}
