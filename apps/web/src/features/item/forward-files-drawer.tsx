import { useMutation } from '@apollo/client/react';
import { Button, Drawer, Input } from 'antd';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attemptFor } from '../../ui/acts/attempt.ts';
import { describeError } from '../../ui/error/describe-error.ts';
import { phone, useMediaQuery } from '../../ui/use-media-query.ts';
import { forwardFilesMutation } from './forward-files-query.ts';
import styles from './item.module.css';
import type { ItemDetail } from './item-query.ts';

type ForwardFilesDrawerProps = {
  itemId: string;
  version: number;
  files: readonly ItemDetail['attachments'][number][];
  onClose: () => void;
  onDone: () => void;
};

/** 转交材料: which files, what becomes of them, and why; what stands in the way is told file by file. */
export function ForwardFilesDrawer({ itemId, version, files, onClose, onDone }: ForwardFilesDrawerProps) {
  const { t } = useTranslation(['item', 'errors']);
  const narrow = useMediaQuery(phone);
  const id = useId();
  const [mutate, { loading }] = useMutation(forwardFilesMutation);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly { field: string; message: string }[]>([]);
  const attempt = useRef<ReturnType<typeof attemptFor> | undefined>(undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (loading) return;
    setProblems([]);
    const content = { itemId, version, attachmentIds: files.map((file) => file.id), reason: reason.trim() || null };
    attempt.current = attemptFor(JSON.stringify(content), attempt.current);
    try {
      const { data } = await mutate({ variables: { input: { ...content, requestId: attempt.current.requestId } } });
      const answer = data?.forwardFiles;
      if (answer?.__typename === 'ItemActed') onDone();
      else if (answer?.__typename === 'InputError') setProblems(answer.fields);
      else if (answer) setProblems([{ field: 'form', message: answer.message }]);
    } catch (error) {
      const { kind } = describeError(error);
      setProblems([{ field: 'form', message: `${t(`errors:${kind}.title`)} ${t(`errors:${kind}.next`)}` }]);
    }
  };
  const ofReason = problems.filter(({ field }) => field === 'reason');
  const others = problems.filter(({ field }) => field !== 'reason');
  return (
    <Drawer open onClose={onClose} title={t('forward.open', { count: files.length })} size={narrow ? '100%' : 520}>
      <form className={styles.forwardForm} onSubmit={(event) => void submit(event)} noValidate>
        <p>{t('forward.help')}</p>
        <ul>
          {files.map((file) => (
            <li key={file.id}>{file.name}</li>
          ))}
        </ul>
        {others.length > 0 && (
          <div role="alert" className={styles.notice}>
            <ul className={styles.forwardProblems}>
              {others.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </div>
        )}
        <div>
          <label htmlFor={`${id}-reason`}>{t('forward.reason')}</label>
          <Input.TextArea
            id={`${id}-reason`}
            rows={3}
            maxLength={500}
            value={reason}
            aria-invalid={ofReason.length > 0}
            aria-describedby={`${id}-problem`}
            onChange={({ target }) => setReason(target.value)}
          />
          <p id={`${id}-problem`} role="alert" className={styles.forwardProblem}>
            {ofReason.map(({ message }) => message).join(' ')}
          </p>
        </div>
        <div>
          <Button type="primary" htmlType="submit" loading={loading}>
            {t('forward.submit')}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}
