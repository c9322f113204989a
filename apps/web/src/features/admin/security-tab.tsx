import { useSuspenseQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { ActDrawer, type ActForm } from './act-drawer.tsx';
import styles from './admin.module.css';
import { AdminTable } from './admin-table.tsx';
import { useAct } from './use-act.ts';
import { UserMarks } from './user-marks.tsx';
import { RevokeSessionsOfDocument, type SecurityUser, SecurityUsersDocument, UnlockUserDocument } from './users-acts.ts';

/** Who has which rights, who is locked, who is signed in from where. */
export function SecurityTab() {
  const { t } = useTranslation(['admin', 'terms']);
  const language = useLanguage();
  const { data, refetch } = useSuspenseQuery(SecurityUsersDocument, { fetchPolicy: 'cache-and-network' });
  const [form, setForm] = useState<ActForm | null>(null);
  const unlockUser = useAct(UnlockUserDocument, refetch);
  const revokeSessionsOf = useAct(RevokeSessionsOfDocument, refetch);
  const at = (instant: string) => new Date(instant).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' });

  const unlock = ({ id, version, account }: SecurityUser): ActForm => ({
    title: t('security.unlockTitle', { account }),
    help: t('security.unlockHelp'),
    fields: [],
    initial: {},
    submitLabel: t('security.unlock'),
    submit: () => unlockUser({ id, version }),
  });
  const revoke = ({ id, version, account }: SecurityUser): ActForm => ({
    title: t('security.revokeTitle', { account }),
    help: t('security.revokeHelp'),
    fields: [],
    initial: {},
    submitLabel: t('security.revoke'),
    isDanger: true,
    submit: () => revokeSessionsOf({ id, version }),
  });

  return (
    <>
      <AdminTable
        caption={t('tabs.security')}
        rows={data.users}
        rowKey={({ id }) => id}
        words={({ account, displayName, post }) => [account, displayName, post.title, post.unit.shortName].join(' ')}
        columns={[
          { id: 'account', title: t('users.account'), render: (user) => user.account },
          { id: 'post', title: t('users.post'), render: (user) => user.post.title },
          { id: 'unit', title: t('terms:unit'), render: (user) => user.post.unit.shortName },
          { id: 'role', title: t('users.role'), render: (user) => t(`terms:roles.${user.post.role}`) },
          { id: 'state', title: t('users.state'), render: (user) => <UserMarks user={user} /> },
          { id: 'failures', title: t('security.failures'), render: (user) => user.failedSignIns },
          {
            id: 'lockedUntil',
            title: t('security.lockedUntil'),
            render: (user) => (user.isLocked && user.lockedUntil ? at(user.lockedUntil) : '—'),
          },
          { id: 'password', title: t('security.passwordChangedAt'), render: (user) => at(user.passwordChangedAt) },
          {
            id: 'sessions',
            title: t('security.sessions'),
            render: ({ sessions }) => <Sessions sessions={sessions} at={at} />,
          },
        ]}
        acts={(user) => (
          <>
            {user.isLocked && (
              <Button type="link" size="small" onClick={() => setForm(unlock(user))}>
                {t('security.unlock')}
              </Button>
            )}
            {user.sessions.length > 0 && (
              <Button type="link" size="small" danger onClick={() => setForm(revoke(user))}>
                {t('security.revoke')}
              </Button>
            )}
          </>
        )}
      />
      <ActDrawer form={form} onClose={() => setForm(null)} />
    </>
  );
}

/** So many sessions of one account are listed; the rest is counted. */
const listed = 3;

function Sessions({ sessions, at }: { sessions: SecurityUser['sessions']; at: (instant: string) => string }) {
  const { t } = useTranslation('admin');
  if (sessions.length === 0) return '—';
  return (
    <>
      {sessions.slice(0, listed).map((session) => (
        <div key={session.id} title={session.userAgent} className={styles.faint}>
          {t('security.session', { address: session.address, seen: at(session.lastSeenAt) })}
        </div>
      ))}
      {sessions.length > listed && <div className={styles.faint}>{t('security.sessionCount', { count: sessions.length })}</div>}
    </>
  );
}
