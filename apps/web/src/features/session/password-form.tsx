import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../ui/error/describe-error.ts';
import { PasswordField } from './password-field.tsx';
import styles from './session.module.css';
import type { PasswordProblem } from './use-change-password.ts';

type PasswordFormProps = {
  /** For the browser's password store. */
  account: string;
  busy: boolean;
  /** What the server refused, at `current` or `next`. */
  problems: readonly PasswordProblem[];
  failure: unknown;
  onSubmit: (current: string, next: string) => void;
};

type Missing = Partial<Record<'current' | 'next' | 'again', 'currentNeeded' | 'nextNeeded' | 'againNeeded' | 'different'>>;

function missingIn(current: string, next: string, again: string): Missing {
  return {
    ...(current ? {} : { current: 'currentNeeded' }),
    ...(next ? {} : { next: 'nextNeeded' }),
    ...(again ? (again === next ? {} : { again: 'different' }) : { again: 'againNeeded' }),
  };
}

/** Current password, the new one twice with its rules under it, each problem at its field. */
export function PasswordForm({ account, busy, problems, failure, onSubmit }: PasswordFormProps) {
  const { t, i18n } = useTranslation(['session', 'errors']);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const missing = missingIn(current, next, again);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(missing).length === 0) onSubmit(current, next);
  };
  const problemAt = (field: 'current' | 'next' | 'again'): string | undefined => {
    const lacking = tried ? missing[field] : undefined;
    if (lacking) return t(`change.${lacking}`);
    const refused = problems.find((problem) => problem.field === field);
    if (!refused) return undefined;
    const key = `session:change.problems.${refused.code}`;
    return i18n.exists(key) ? i18n.t(key as 'session:change.problems.TOO_SHORT') : refused.message;
  };
  const kind = failure === undefined ? undefined : describeError(failure).kind;

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <input type="text" name="username" autoComplete="username" value={account} readOnly hidden />
      <PasswordField
        label={t('change.current')}
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
        problem={problemAt('current')}
        autoFocus
      />
      <PasswordField
        label={t('change.next')}
        value={next}
        onChange={setNext}
        autoComplete="new-password"
        problem={problemAt('next')}
        help={t('change.rules')}
      />
      <PasswordField label={t('change.again')} value={again} onChange={setAgain} autoComplete="new-password" problem={problemAt('again')} />
      <div role="alert">{kind && <p className={styles.problem}>{`${t(`errors:${kind}.title`)}。${t(`errors:${kind}.next`)}`}</p>}</div>
      <Button type="primary" size="large" htmlType="submit" loading={busy} block>
        {t('change.submit')}
      </Button>
    </form>
  );
}
