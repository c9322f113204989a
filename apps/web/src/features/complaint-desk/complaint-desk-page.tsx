import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useSession } from '../../ui/session.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import styles from './complaint-desk.module.css';
import { DecisionQueue } from './decision-queue.tsx';
import { WindowEntry } from './window-entry.tsx';

const route = getRouteApi('/frame/complaint-desk');

/** 受理台: the complaint office decides what is taken on; it and the windows enter what comes by phone, by letter or in person. */
export function ComplaintDeskPage() {
  const { t } = useTranslation('complaint-desk');
  const { viewer, isPast } = useSession();
  const search = route.useSearch();
  const patch = useSearchPatch();
  const decides = viewer.role === 'INSPECTION';
  const isEntering = !decides || search.register === true;
  if (!viewer.desks.includes('COMPLAINT_INTAKE')) return <EmptyState why={t('notYours')} />;
  return (
    <div className={styles.page}>
      <div className="no-print">
        <PageHead
          title={t(isEntering ? 'entry.title' : 'title')}
          subtitle={t(isEntering ? 'entry.subtitle' : 'subtitle')}
          actions={
            decides && (
              <Button type={isEntering ? 'default' : 'primary'} onClick={() => patch({ register: isEntering ? undefined : '1' })}>
                {t(isEntering ? 'toQueue' : 'entry.title')}
              </Button>
            )
          }
        />
      </div>
      {isPast && <EmptyState why={t('past')} next={t('pastNext')} />}
      {!isPast && (isEntering ? <WindowEntry /> : <DecisionQueue at={search.at} due={search.due} />)}
    </div>
  );
}
