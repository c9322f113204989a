import { useSuspenseQuery } from '@apollo/client/react';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PasswordForm } from './password-form.tsx';
import { PasswordPageDocument } from './password-query.ts';
import styles from './session.module.css';
import { useChangePassword } from './use-change-password.ts';
import { safeFrom, useEnter } from './use-enter.ts';
import { useSignOut } from './use-sign-out.ts';

/** 修改密码: by one's own choice, or because an administrator gave the present one. Says that it is done, then goes on. */
export function PasswordPage() {
  const { t } = useTranslation(['session', 'common']);
  const { data } = useSuspenseQuery(PasswordPageDocument);
  const { from } = useSearch({ from: '/password' });
  const { changePassword, changing, problems, failure, changed } = useChangePassword();
  const enter = useEnter(from);
  const signOut = useSignOut();
  if (!data.viewer) return null;
  const { account, mustChangePassword } = data.viewer;
  return (
    <main id="main" className={styles.page} tabIndex={-1}>
      <title>{t('common:documentTitle', { page: t('change.title') })}</title>
      <p className={styles.product}>
        <img src="/favicon.svg" width="32" height="32" alt="" />
        {t('common:product')}
      </p>
      <h1 className={styles.title}>{t('change.title')}</h1>
      <div role="status">{changed && <p>{t('change.done')}</p>}</div>
      {changed ? (
        <Button type="primary" size="large" autoFocus block className={styles.onward} onClick={() => void enter()}>
          {t('change.goOn')}
        </Button>
      ) : (
        <>
          <p className={styles.help}>{mustChangePassword ? t('change.due') : t('change.help')}</p>
          <PasswordForm
            account={account}
            busy={changing}
            problems={problems}
            failure={failure}
            onSubmit={(current, next) => void changePassword(current, next)}
          />
          {mustChangePassword ? (
            <Button type="link" block className={styles.onward} onClick={signOut}>
              {t('change.signOut')}
            </Button>
          ) : (
            <Button type="link" block className={styles.onward} href={safeFrom(from)}>
              {t('change.back')}
            </Button>
          )}
        </>
      )}
    </main>
  );
}
