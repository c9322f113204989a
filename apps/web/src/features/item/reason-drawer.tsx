import { Button, Drawer, Input } from 'antd';
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { phone, useMediaQuery } from '../../ui/use-media-query.ts';
import styles from './item.module.css';

type ReasonDrawerProps = {
  title: string;
  /** That a look is recorded. */
  note: string;
  /** Looks, with the reason given; answers what is wrong with it, else null. */
  look: (reason: string) => Promise<string | null>;
  /** Said instead, where one doesn't look on the screen. */
  words?: { reason: string; reasonHelp: string; reasonRequired: string; confirm: string };
  onClose: () => void;
};

/** Lengths of a reason, in characters, as the server takes them. */
const [least, most] = [4, 200];

/** Asks why one looks at a protected person, and says that it is recorded. */
export function ReasonDrawer({ title, note, look, words, onClose }: ReasonDrawerProps) {
  const { t } = useTranslation('item');
  const said = words ?? {
    reason: t('complainant.reason'),
    reasonHelp: t('complainant.reasonHelp'),
    reasonRequired: t('complainant.reasonRequired'),
    confirm: t('complainant.confirm'),
  };
  const narrow = useMediaQuery(phone);
  const id = useId();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(undefined);

  const reveal = async () => {
    if (busy) return;
    const length = [...reason.trim()].length;
    setFailure(undefined);
    if (length < least || length > most) {
      setProblem(said.reasonRequired);
      return document.getElementById(id)?.focus();
    }
    setBusy(true);
    try {
      setProblem(await look(reason.trim()));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Drawer open onClose={onClose} title={title} size={narrow ? '100%' : 440}>
      <form
        className={styles.reveal}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void reveal();
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void reveal();
        }}
      >
        <p>{note}</p>
        <div>
          <label htmlFor={id}>{said.reason}</label>
          <Input.TextArea
            id={id}
            autoFocus
            rows={3}
            value={reason}
            aria-required
            aria-invalid={problem !== null}
            aria-describedby={`${id}-help`}
            {...(problem ? { status: 'error' as const } : {})}
            onChange={({ target }) => {
              setReason(target.value);
              setProblem(null);
            }}
          />
          <div id={`${id}-help`}>
            {problem && (
              <p role="alert" className={styles.problem}>
                {problem}
              </p>
            )}
            <p className={styles.faint}>{said.reasonHelp}</p>
          </div>
        </div>
        {failure !== undefined && <ErrorNotice error={failure} onRetry={() => void reveal()} tier="panel" />}
        <div className={styles.revealButtons}>
          <Button onClick={onClose}>{t('complainant.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {said.confirm}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}
