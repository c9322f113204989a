import type { ComponentChildren } from 'preact';
import type { Read } from '../api/use-query.ts';
import { useTexts } from '../i18n/i18n.ts';

/** What was read, or that it is being read, or that it can't be and what to do. */
export function Reading<Result>({ of, children }: { of: Read<Result>; children: (data: Result) => ComponentChildren }) {
  const { t } = useTexts();
  if (of.state === 'READ') return <>{children(of.data)}</>;
  if (of.state === 'READING') {
    return (
      <p class="reading" role="status">
        {t('read.reading')}
      </p>
    );
  }
  return (
    <div class="notice warn" role="alert">
      <p>{t('read.failed')}</p>
      <button type="button" class="second no-print" onClick={of.again}>
        {t('read.again')}
      </button>
    </div>
  );
}
