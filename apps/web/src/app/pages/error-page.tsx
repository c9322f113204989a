import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../ui/error/describe-error.ts';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { LostPage } from './lost-page.tsx';

/** The outer of the two tiers of error boundary: a page that couldn't be shown. The frame stays. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('nav');
  const router = useRouter();
  const { kind } = describeError(error);
  if (kind === 'notFound' || kind === 'forbidden') return <LostPage kind={kind} />;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <ErrorNotice error={error} onRetry={retry} tier="page" actions={<Button href="/">{t('home')}</Button>} />;
}
