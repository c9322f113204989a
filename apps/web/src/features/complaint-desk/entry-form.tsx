import { useMutation } from '@apollo/client/react';
import { Button } from 'antd';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt } from '../../ui/acts/act-draft.ts';
import { attemptFor } from '../../ui/acts/attempt.ts';
import { describeError } from '../../ui/error/describe-error.ts';
import { focusField } from '../../ui/focus-field.ts';
import styles from './complaint-desk.module.css';
import { RegisterComplaintDocument } from './desk-query.ts';
import { EntryContext } from './entry-context.ts';
import { ComplainantFields, MatterFields, SourceFields, SpotFields } from './entry-fields.tsx';
import {
  checkEntry,
  type EntryField,
  type EntryProblems,
  type EntryValues,
  emptyEntry,
  inputOf,
  isBegun,
  problemsOf,
} from './entry-values.ts';
import { LeaveGuard } from './leave-guard.tsx';
import type { Registered } from './query-slip.tsx';
import { useChannels } from './use-words.ts';

type EntryFormProps = {
  channel: string;
  onRegistered: (registered: Registered, channel: string) => void;
};

/** One complaint from a window, in the order in which it is told; by keyboard alone. Nothing typed leaves this page but to the server. */
export function EntryForm({ channel, onRegistered }: EntryFormProps) {
  const { t } = useTranslation(['complaint-desk', 'errors']);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<EntryValues>(() => emptyEntry(channel));
  const [problems, setProblems] = useState<EntryProblems>({});
  const [mutate, { loading }] = useMutation(RegisterComplaintDocument, { fetchPolicy: 'no-cache' });
  const attempt = useRef<Attempt | undefined>(undefined);
  const { words: channels } = useChannels();
  const isReady = channels.length > 0;
  // The keyboard starts with the channel, once there are some to choose from.
  useEffect(() => {
    if (isReady) focusField(`${id}channel`);
  }, [isReady, id]);

  const set = (changed: Partial<EntryValues>) => {
    setValues((before) => ({ ...before, ...changed }));
    setProblems((before) => Object.fromEntries(Object.entries(before).filter(([field]) => field !== 'form' && !(field in changed))));
  };
  const say = (found: EntryProblems) => {
    setProblems(found);
    const first = [...(form.current?.querySelectorAll('[id]') ?? [])].find(({ id: at }) => found[at.slice(id.length) as EntryField]);
    if (first) focusField(first.id);
  };
  const submit = async () => {
    if (loading) return;
    const found = checkEntry(values);
    if (Object.keys(found).length > 0) return say(found);
    const content = inputOf(values);
    attempt.current = attemptFor(JSON.stringify(content), attempt.current);
    setProblems({});
    try {
      const { data } = await mutate({ variables: { input: { ...content, requestId: attempt.current.requestId } } });
      const answer = data?.registerComplaint;
      if (answer?.__typename === 'ComplaintRegistered') onRegistered({ ...answer, isOnTheSpot: values.isOnTheSpot }, values.channel);
      else if (answer) say(problemsOf(answer.fields, values));
    } catch (error) {
      const { kind } = describeError(error);
      const said =
        kind === 'offline' || kind === 'unavailable' ? t('entry.notSent') : `${t(`errors:${kind}.title`)} ${t(`errors:${kind}.next`)}`;
      setProblems({ form: said });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    const isSend = event.ctrlKey || event.metaKey;
    // A plain Enter in a line goes on to nothing: a half-filled entry isn't sent by it.
    const isLine = event.target instanceof HTMLInputElement;
    if (!isSend && !isLine) return;
    event.preventDefault();
    if (isSend) void submit();
  };
  return (
    <EntryContext value={{ id, values, set, problems }}>
      <LeaveGuard isBegun={isBegun(values)} />
      <form
        ref={form}
        className={styles.entry}
        noValidate
        autoComplete="off"
        onKeyDown={onKeyDown}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        {problems.form && (
          <p role="alert" className={styles.alert}>
            {problems.form}
          </p>
        )}
        <div className={styles.halves}>
          <div className={styles.half}>
            <SourceFields />
            <ComplainantFields />
          </div>
          <div className={styles.half}>
            <MatterFields />
            <SpotFields />
          </div>
        </div>
        <div className={styles.foot}>
          <span className={styles.faint}>{t('entry.keys')}</span>
          <Button type="primary" htmlType="submit" loading={loading}>
            {t(values.isOnTheSpot ? 'entry.submitOnTheSpot' : 'entry.submit')}
          </Button>
        </div>
      </form>
    </EntryContext>
  );
}
