import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { keptAs } from '../../ui/kept-answers.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHref } from '../../ui/use-href.ts';
import { VisitEntryDocument } from './entry-query.ts';
import { keepPageOnDevice } from './keep-page.ts';
import { NewVisitForm } from './new-visit-form.tsx';
import styles from './visits.module.css';

/** A visit is entered, in the field on a phone, with or without a network: once opened here, the page opens again without one. */
export function NewVisitPage() {
  const { t } = useTranslation(['visits', 'nav']);
  const { viewer, isPast } = useSession();
  const client = useApolloClient();
  const href = useHref();
  const { data, error, refetch } = useQuery(VisitEntryDocument, { context: keptAs(`visit-entry.${viewer.id}`) });
  const mayEnter = viewer.entersVisits && !isPast;
  useEffect(() => {
    if (mayEnter) keepPageOnDevice();
  }, [mayEnter]);
  return (
    <div className={styles.narrow}>
      <PageHead title={t('create')} crumbs={[{ label: t('nav:visits'), href: href({ to: '/visits' }) }]} subtitle={t('form.subtitle')} />
      {!mayEnter && <EmptyState why={t(isPast ? 'form.past' : 'form.notYours')} />}
      {mayEnter && error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />}
      {mayEnter && !data && !error && <Skeleton rows={10} height={480} />}
      {mayEnter && data && <NewVisitForm key={viewer.id} userId={viewer.id} words={data} client={client} />}
    </div>
  );
}
