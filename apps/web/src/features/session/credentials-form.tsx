import { Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../ui/error/describe-error.ts';
import styles from './session.module.css';

type CredentialsFormProps = {
  submitLabel: string;
  busy: boolean;
  onSubmit: (account: string, password: string) => void;
  /** What is wrong with a field, by its name. */
  problems?: Readonly<Record<string, string>>;
  /** What is wrong with both together. */
  refusal?: string | undefined;
  failure: unknown;
  /** `new-password` when one is being made. */
  passwordKind: 'current-password' | 'new-password';
};

/** Account and password, labels above, each problem at its field. */
export function CredentialsForm({ submitLabel, busy, onSubmit, problems = {}, refusal, failure, passwordKind }: CredentialsFormProps) {
  const { t } = useTranslation(['session', 'errors']);
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const missing = { ...(account.trim() ? {} : { account: t('accountNeeded') }), ...(password ? {} : { password: t('passwordNeeded') }) };
  const shown: Readonly<Record<string, string>> = tried ? { ...problems, ...missing } : problems;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(missing).length === 0) onSubmit(account.trim(), password);
  };
  const said =
    failure === undefined
      ? refusal
      : `${t(`errors:${describeError(failure).kind}.title`)}。${t(`errors:${describeError(failure).kind}.next`)}`;

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field label={t('account')} problem={shown.account}>
        {(field) => (
          <Input
            {...field}
            size="large"
            autoComplete="username"
            autoFocus
            value={account}
            onChange={(event) => setAccount(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('password')} problem={shown.password}>
        {(field) => (
          <Input.Password
            {...field}
            size="large"
            autoComplete={passwordKind}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <div role="alert">{said && <p className={styles.problem}>{said}</p>}</div>
      <Button type="primary" size="large" htmlType="submit" loading={busy} block>
        {submitLabel}
      </Button>
    </form>
  );
}

type FieldProps = {
  label: string;
  problem: string | undefined;
  children: (field: { id: string; 'aria-invalid': boolean; 'aria-describedby': string }) => React.ReactNode;
};

function Field({ label, problem, children }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-invalid': Boolean(problem), 'aria-describedby': `${id}-problem` })}
      <p id={`${id}-problem`} className={styles.problem}>
        {problem}
      </p>
    </div>
  );
}
