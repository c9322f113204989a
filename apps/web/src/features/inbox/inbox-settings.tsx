import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Checkbox, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './inbox.module.css';
import { NotificationSettingsDocument, SetEmailDocument, SetNotificationSettingDocument } from './inbox-query.ts';

/** Where mail goes, and per kind how to be told. */
export function InboxSettings() {
  const { t } = useTranslation('inbox');
  const { data, error, refetch } = useQuery(NotificationSettingsDocument, { fetchPolicy: 'cache-and-network' });
  const [choose, { error: chooseError }] = useMutation(SetNotificationSettingDocument, { refetchQueries: [NotificationSettingsDocument] });
  if (!data) return error ? <ErrorNotice tier="panel" error={error} onRetry={() => void refetch()} /> : <Skeleton height={240} />;
  const { email, kinds } = data.notificationSettings;
  return (
    <>
      <EmailForm key={email ?? ''} email={email} />
      {chooseError && <ErrorNotice tier="panel" error={chooseError} onRetry={() => void refetch()} />}
      <table className={styles.settings}>
        <thead>
          <tr>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('inApp')}</th>
            <th scope="col">{t('mail')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, inApp, mail }) => {
            const set = (change: { inApp?: boolean; mail?: boolean }) =>
              void choose({ variables: { kind, inApp, mail, ...change } }).catch(() => undefined);
            return (
              <tr key={kind}>
                <th scope="row">{t(`kinds.${kind}`)}</th>
                <td>
                  <Checkbox aria-label={`${t(`kinds.${kind}`)} ${t('inApp')}`} checked={inApp} onChange={() => set({ inApp: !inApp })} />
                </td>
                <td>
                  <Checkbox aria-label={`${t(`kinds.${kind}`)} ${t('mail')}`} checked={mail} onChange={() => set({ mail: !mail })} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function EmailForm({ email }: { email: string | null }) {
  const { t } = useTranslation('inbox');
  const [typed, setTyped] = useState(email ?? '');
  const [problem, setProblem] = useState(false);
  const [save, { loading, error, data }] = useMutation(SetEmailDocument, { refetchQueries: [NotificationSettingsDocument] });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await save({ variables: { email: typed.trim() || null } }).catch(() => undefined);
    setProblem(answer?.data?.setEmail.__typename === 'InputError');
  };
  return (
    <form className={styles.mail} onSubmit={(event) => void submit(event)} noValidate>
      <label htmlFor="inbox-email">{t('email')}</label>
      <Input
        id="inbox-email"
        type="email"
        autoComplete="email"
        style={{ maxWidth: 280 }}
        value={typed}
        maxLength={254}
        onChange={({ target }) => setTyped(target.value)}
        aria-invalid={problem}
        {...(problem ? { 'aria-describedby': 'inbox-email-problem', status: 'error' as const } : {})}
      />
      <Button htmlType="submit" loading={loading}>
        {t('save')}
      </Button>
      {problem && (
        <span id="inbox-email-problem" role="alert" className={styles.problem}>
          {t('badEmail')}
        </span>
      )}
      {!problem && !error && data && <span role="status">{t('saved')}</span>}
      {error && (
        <span role="alert" className={styles.problem}>
          {t('notSaved')}
        </span>
      )}
    </form>
  );
}
