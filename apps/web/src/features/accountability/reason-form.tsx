import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/fields/field.tsx';
import styles from './accountability.module.css';
import type { Problems } from './use-record-act.ts';

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
  const { t } = useTranslation('accountability');
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (reason.trim() === '') return setProblems({ reason: t('problems.REQUIRED') });
    setBusy(true);
    const found = await submit(reason);
    setBusy(false);
    if (found) setProblems(found);
  };
  return (
    <form className={styles.reason} noValidate onSubmit={(event) => void send(event)}>
      <TextField
        label={t('fields.reason')}
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
        <Button size="small" onClick={onClose}>
          {t('acts.cancel')}
        </Button>
        <Button size="small" type="primary" danger={isDanger} htmlType="submit" loading={busy}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
