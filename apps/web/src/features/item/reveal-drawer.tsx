import { useMutation } from '@apollo/client/react';
import { Button, Drawer, Input } from 'antd';
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RevealComplainantMutation } from '../../gql/graphql.ts';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { phone, useMediaQuery } from '../../ui/use-media-query.ts';
import { revealComplainantMutation } from './complainant-query.ts';
import styles from './item.module.css';

export type Revealed = Extract<RevealComplainantMutation['revealComplainant'], { __typename: 'Complainant' }>;

type RevealDrawerProps = { complaintId: string; onClose: () => void; onRevealed: (person: Revealed) => void };

/** Lengths of a reason, in characters, as the server takes them. */
const [least, most] = [4, 200];

/** Asks why one looks at who complained, and says that it is recorded. */
export function RevealDrawer({ complaintId, onClose, onRevealed }: RevealDrawerProps) {
  const { t } = useTranslation('item');
  const narrow = useMediaQuery(phone);
  const id = useId();
  const [mutate, { loading }] = useMutation(revealComplainantMutation, { fetchPolicy: 'no-cache' });
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(undefined);

  const reveal = async () => {
    if (loading) return;
    const length = [...reason.trim()].length;
    setFailure(undefined);
    if (length < least || length > most) {
      setProblem(t('complainant.reasonRequired'));
      return document.getElementById(id)?.focus();
    }
    try {
      const { data } = await mutate({ variables: { complaintId, reason: reason.trim() } });
      const answer = data?.revealComplainant;
      if (answer?.__typename === 'Complainant') onRevealed(answer);
      else if (answer?.__typename === 'InputError') setProblem(answer.fields[0]?.message ?? t('complainant.reasonRequired'));
      else if (answer) setProblem(answer.message);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Drawer open onClose={onClose} title={t('complainant.reveal')} size={narrow ? '100%' : 440}>
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
        <p>{t('complainant.willBeRecorded')}</p>
        <div>
          <label htmlFor={id}>{t('complainant.reason')}</label>
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
            <p className={styles.faint}>{t('complainant.reasonHelp')}</p>
          </div>
        </div>
        {failure !== undefined && <ErrorNotice error={failure} onRetry={() => void reveal()} tier="panel" />}
        <div className={styles.revealButtons}>
          <Button onClick={onClose}>{t('complainant.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={loading}>
            {t('complainant.confirm')}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}
