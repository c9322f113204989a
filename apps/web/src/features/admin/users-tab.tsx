import { useSuspenseQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../ui/session.ts';
import { ActDrawer, type ActForm } from './act-drawer.tsx';
import styles from './admin.module.css';
import { AdminTable } from './admin-table.tsx';
import { textOf } from './form-values.ts';
import { useAct } from './use-act.ts';
import { UserMarks } from './user-marks.tsx';
import {
  type AdminUser,
  AdminUsersDocument,
  CreateUserDocument,
  DeactivateUserDocument,
  MovePostDocument,
  ReactivateUserDocument,
  ResetPasswordDocument,
} from './users-acts.ts';

/** Accounts, and the posts whose rights they have. */
export function UsersTab() {
  const { t } = useTranslation(['admin', 'terms']);
  const { viewer } = useSession();
  const { data, refetch } = useSuspenseQuery(AdminUsersDocument);
  const [form, setForm] = useState<ActForm | null>(null);
  const createUser = useAct(CreateUserDocument, refetch);
  const resetPassword = useAct(ResetPasswordDocument, refetch);
  const movePost = useAct(MovePostDocument, refetch);
  const deactivateUser = useAct(DeactivateUserDocument, refetch);
  const reactivateUser = useAct(ReactivateUserDocument, refetch);
  const postOptions = data.posts.map(({ id, title, unit }) => ({
    value: id,
    label: t('users.postOfUnit', { post: title, unit: unit.shortName }),
  }));
  const passwordField = { name: 'password', label: t('users.initialPassword'), help: t('users.passwordHelp'), kind: 'password' } as const;

  const create: ActForm = {
    title: t('users.create'),
    fields: [
      { name: 'account', label: t('users.account'), help: t('users.accountHelp'), kind: 'text' },
      { name: 'displayName', label: t('users.displayName'), help: t('users.displayNameHelp'), kind: 'text' },
      { name: 'postId', label: t('users.post'), kind: 'one', options: postOptions },
      passwordField,
    ],
    initial: {},
    submitLabel: t('users.create'),
    submit: (values) =>
      createUser({
        input: {
          account: textOf(values, 'account'),
          displayName: textOf(values, 'displayName'),
          postId: textOf(values, 'postId'),
          password: textOf(values, 'password'),
        },
      }),
  };
  const reset = ({ id, version, account }: AdminUser): ActForm => ({
    title: t('users.resetTitle', { account }),
    help: t('users.resetHelp'),
    fields: [passwordField],
    initial: {},
    submitLabel: t('users.reset'),
    submit: (values) => resetPassword({ id, version, password: textOf(values, 'password') }),
  });
  const move = ({ id, version, account, post }: AdminUser): ActForm => ({
    title: t('users.moveTitle', { account }),
    help: t('users.moveHelp'),
    fields: [{ name: 'postId', label: t('users.post'), kind: 'one', options: postOptions }],
    initial: { postId: post.id },
    submitLabel: t('users.move'),
    submit: (values) => movePost({ id, version, postId: textOf(values, 'postId') }),
  });
  const toggle = ({ id, version, account, isActive }: AdminUser): ActForm => ({
    title: t(isActive ? 'users.deactivateTitle' : 'users.reactivateTitle', { account }),
    help: t(isActive ? 'users.deactivateHelp' : 'users.reactivateHelp'),
    fields: [],
    initial: {},
    submitLabel: t(isActive ? 'users.deactivate' : 'users.reactivate'),
    isDanger: isActive,
    submit: () => (isActive ? deactivateUser : reactivateUser)({ id, version }),
  });

  return (
    <>
      <AdminTable
        caption={t('tabs.users')}
        rows={data.users}
        rowKey={({ id }) => id}
        words={({ account, displayName, post }) => [account, displayName, post.title, post.unit.shortName].join(' ')}
        columns={[
          { id: 'account', title: t('users.account'), render: (user) => user.account },
          { id: 'name', title: t('users.displayName'), render: (user) => user.displayName },
          { id: 'post', title: t('users.post'), render: (user) => user.post.title },
          { id: 'unit', title: t('terms:unit'), render: (user) => user.post.unit.shortName },
          { id: 'role', title: t('users.role'), render: (user) => t(`terms:roles.${user.post.role}`) },
          { id: 'state', title: t('users.state'), render: (user) => <UserMarks user={user} /> },
        ]}
        acts={(user) => (
          <>
            <Button type="link" size="small" onClick={() => setForm(reset(user))}>
              {t('users.reset')}
            </Button>
            {user.id !== viewer.id && (
              <>
                <Button type="link" size="small" onClick={() => setForm(move(user))}>
                  {t('users.move')}
                </Button>
                <Button type="link" size="small" danger={user.isActive} onClick={() => setForm(toggle(user))}>
                  {t(user.isActive ? 'users.deactivate' : 'users.reactivate')}
                </Button>
              </>
            )}
          </>
        )}
        extra={
          <Button type="primary" onClick={() => setForm(create)}>
            {t('users.create')}
          </Button>
        }
      />
      {data.users.length === 1 && <p className={styles.help}>{t('users.firstSteps')}</p>}
      <ActDrawer form={form} onClose={() => setForm(null)} />
    </>
  );
}
