import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorBoundary } from '../../ui/error/error-boundary.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { type AdministratorDuty, useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHref } from '../../ui/use-href.ts';
import styles from './admin.module.css';
import { type AdminTab, tabs } from './admin-tabs.ts';
import { AuditTab } from './audit-tab.tsx';
import { CalendarTab } from './calendar-tab.tsx';
import { LimitsTab } from './limits-tab.tsx';
import { PostsTab } from './posts-tab.tsx';
import { SecurityTab } from './security-tab.tsx';
import { TermsTab } from './terms-tab.tsx';
import { UnitsTab } from './units-tab.tsx';
import { UsersTab } from './users-tab.tsx';

const route = getRouteApi('/frame/admin');

const contents: Record<AdminTab, () => ReactNode> = {
  units: UnitsTab,
  users: UsersTab,
  posts: PostsTab,
  terms: TermsTab,
  calendar: CalendarTab,
  limits: LimitsTab,
  security: SecurityTab,
  audit: AuditTab,
};

/** The tabs of each duty; who has which is the server's to say. */
const offered: Readonly<Record<AdministratorDuty, readonly AdminTab[]>> = {
  SYSTEM: ['units', 'users', 'posts', 'terms', 'calendar', 'limits'],
  SECURITY: ['security'],
  AUDIT: ['audit'],
};

/** 管理: what a city sets up for itself, in three separate hands. */
export function AdminPage() {
  const { t } = useTranslation(['admin', 'nav', 'terms']);
  const { viewer } = useSession();
  const { tab } = route.useSearch();
  const href = useHref();
  const mine = viewer.duties.flatMap((duty) => offered[duty]);
  const current = tabs.find((one) => one === tab && mine.includes(one)) ?? mine[0];
  const Content = current && contents[current];
  return (
    <div className={styles.page}>
      <PageHead title={t('nav:admin')} subtitle={Content ? t(`intro.${current}`) : undefined} />
      {mine.length > 1 && (
        <nav className={styles.tabs} aria-label={t('nav:admin')}>
          {mine.map((one) => (
            <a
              key={one}
              className={styles.tab}
              href={href({ to: '/admin', search: { tab: one } })}
              aria-current={one === current ? 'page' : undefined}
            >
              {t(`tabs.${one}`)}
            </a>
          ))}
        </nav>
      )}
      {Content ? (
        <ErrorBoundary key={current}>
          <Suspense fallback={<Skeleton height={420} />}>
            <Content />
          </Suspense>
        </ErrorBoundary>
      ) : (
        <EmptyState why={t('notForYou', { post: viewer.postTitle })} next={t('notForYouNext')} />
      )}
    </div>
  );
}
