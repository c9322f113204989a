import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problems } from './acts/use-act-answer.ts';
import styles from './fields/drawer-form.module.css';
import { TextField } from './fields/field.tsx';

type ReasonFormProps = {
  help: string;
  verb: string;
  isDanger?: boolean;
  /** Answers what is wrong; nothing when it is done. */
  submit: (reason: string) => Promise<Problems | undefined>;
  onClose: () => void;
};

/** Asks why, in place, before what can't be taken back. */
export function ReasonForm({ help, verb, isDanger = false, submit, onClose }: ReasonFormProps) {
  const { t } = useTranslation('common');
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (reason.trim() === '') return setProblems({ reason: t('reason.required') });
    setBusy(true);
    const found = await submit(reason);
    setBusy(false);
    if (found) setProblems(found);
    else onClose();
  };
  return (
    <form className={styles.reason} noValidate onSubmit={(event) => void send(event)}>
      <TextField
        label={t('reason.label')}
        help={help}
        problem={problems.reason}
        value={reason}
        onChange={(next) => {
          setReason(next);
          setProblems({});
        }}
        most={500}
        rows={2}
      />
      {problems.form && (
        <p role="alert" className={styles.problem}>
          {problems.form}
        </p>
      )}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('reason.cancel')}</Button>
        <Button type="primary" danger={isDanger} htmlType="submit" loading={busy}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
