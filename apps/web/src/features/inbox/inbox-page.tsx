import { notificationKinds } from '@duban/rules/notices';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import styles from './inbox.module.css';
import { InboxList } from './inbox-list.tsx';
import { inboxVariables } from './inbox-query.ts';
import { InboxSettings } from './inbox-settings.tsx';
import { useInbox } from './use-inbox.ts';

const route = getRouteApi('/frame/inbox');

/** All lines of the own inbox, and how to be told. */
export function InboxPage() {
  const { t } = useTranslation('inbox');
  const search = route.useSearch();
  const patch = useSearchPatch();
  const { inbox, error, refetch, open, markAll, marking } = useInbox(inboxVariables(search));
  return (
    <div>
      <PageHead
        title={t('title')}
        actions={
          <Button disabled={!inbox?.unreadCount} loading={marking} onClick={markAll}>
            {t('markAll')}
          </Button>
        }
      />
      <Panel
        id="lines"
        title={t('lines')}
        chart={false}
        {...(inbox ? { note: t('total', { total: inbox.totalCount, unread: inbox.unreadCount }) } : {})}
      >
        <div className={styles.filters}>
          <Checkbox
            checked={search.unread ?? false}
            onChange={({ target }) => patch({ unread: target.checked || undefined, after: undefined })}
          >
            {t('unreadOnly')}
          </Checkbox>
          <Select
            mode="multiple"
            aria-label={t('kind')}
            placeholder={t('kind')}
            style={{ minWidth: 200 }}
            value={search.kind ?? []}
            options={notificationKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            onChange={(kind) => patch({ kind: kind.length > 0 ? kind : undefined, after: undefined })}
          />
        </div>
        {error && !inbox && <ErrorNotice tier="panel" error={error} onRetry={() => void refetch()} />}
        {!error && !inbox && <Skeleton height={240} />}
        {inbox && inbox.nodes.length === 0 && <EmptyState why={t('none')} next={t('noneNext')} />}
        {inbox && inbox.nodes.length > 0 && <InboxList lines={inbox.nodes} onOpen={open} />}
        {inbox && (search.after || inbox.hasNextPage) && (
          <div className={styles.pages}>
            <Button disabled={!search.after} onClick={() => patch({ after: undefined })}>
              {t('newest')}
            </Button>
            <Button disabled={!inbox.hasNextPage} onClick={() => patch({ after: inbox.endCursor ?? undefined })}>
              {t('older')}
            </Button>
          </div>
        )}
      </Panel>
      <Panel id="settings" title={t('settings')} chart={false}>
        <InboxSettings />
      </Panel>
    </div>
  );
}
