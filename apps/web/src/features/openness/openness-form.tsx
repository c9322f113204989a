import { useApolloClient } from '@apollo/client/react';
import { type Openness, type OpennessVerdict, opennesses, opennessVerdicts } from '@duban/rules/vocabulary';
import { Button, Input, Radio } from 'antd';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attemptFor } from '../../ui/acts/attempt.ts';
import { describeError } from '../../ui/error/describe-error.ts';
import styles from './openness.module.css';
import { type OpennessItem, ReviewOpennessDocument, SetOpennessDocument } from './openness-query.ts';

export type OpennessAct = 'SET' | 'REVIEW';
/** What became of the works sent: ids of those done, and of the others the number and why. */
export type OpennessOutcome = { done: readonly string[]; refused: readonly { itemId: string; number: string; message: string }[] };

type OpennessFormProps = { act: OpennessAct; items: readonly OpennessItem[]; onDone: (outcome: OpennessOutcome) => void };

/** 设定公开属性 or 公开审核, of one work or many: each is done or left as it was. What was typed stays after a refusal. */
export function OpennessForm({ act, items, onDone }: OpennessFormProps) {
  const { t } = useTranslation(['openness', 'errors']);
  const client = useApolloClient();
  const id = useId();
  const [openness, setOpenness] = useState<Openness>('PUBLIC');
  const [verdict, setVerdict] = useState<OpennessVerdict>('PASSED');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<{ field: 'reason' | 'form'; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = useRef<ReturnType<typeof attemptFor> | undefined>(undefined);
  const needsReason = act === 'SET' ? openness !== 'PUBLIC' : verdict === 'REJECTED';

  const send = async () => {
    const content = { rows: items.map(({ id: itemId, version }) => ({ itemId, version })), reason: reason.trim() || null };
    attempt.current = attemptFor(JSON.stringify([act, act === 'SET' ? openness : verdict, content]), attempt.current);
    const { requestId } = attempt.current;
    if (act === 'SET') {
      const { data } = await client.mutate({ mutation: SetOpennessDocument, variables: { ...content, requestId, openness } });
      return data?.setOpennessOfMany;
    }
    const { data } = await client.mutate({ mutation: ReviewOpennessDocument, variables: { ...content, requestId, verdict } });
    return data?.reviewOpennessOfMany;
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (needsReason && !reason.trim()) {
      setProblem({ field: 'reason', text: t('problems.reason') });
      document.getElementById(`${id}-reason`)?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const answer = await send();
      if (answer?.__typename === 'InputError') setProblem({ field: 'form', text: answer.fields.map(({ message }) => message).join(' ') });
      else if (answer)
        onDone({
          done: answer.results.filter(({ done }) => done).map(({ itemId }) => itemId),
          refused: answer.results.flatMap(({ itemId, number, done, message }) =>
            done ? [] : [{ itemId, number, message: message ?? '' }],
          ),
        });
    } catch (error) {
      const { kind } = describeError(error);
      setProblem({ field: 'form', text: `${t(`errors:${kind}.title`)} ${t(`errors:${kind}.next`)}` });
    }
    setBusy(false);
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <div>
        <span id={`${id}-choice`} className={styles.label}>
          {t(act === 'SET' ? 'openness' : 'verdict')}
        </span>
        {act === 'SET' ? (
          <Radio.Group aria-labelledby={`${id}-choice`} value={openness} onChange={({ target }) => setOpenness(target.value as Openness)}>
            {opennesses.map((one) => (
              <Radio key={one} value={one}>
                {t(`opennesses.${one}`)}
              </Radio>
            ))}
          </Radio.Group>
        ) : (
          <Radio.Group
            aria-labelledby={`${id}-choice`}
            value={verdict}
            onChange={({ target }) => setVerdict(target.value as OpennessVerdict)}
          >
            {opennessVerdicts.map((one) => (
              <Radio key={one} value={one}>
                {t(`verdicts.${one}`)}
              </Radio>
            ))}
          </Radio.Group>
        )}
        <p className={styles.faint}>{t(act === 'SET' ? `help.${openness}` : `help.${verdict}`)}</p>
      </div>
      <div>
        <label className={styles.label} htmlFor={`${id}-reason`}>
          {t('reason')}
          {!needsReason && <span className={styles.faint}> {t('optional')}</span>}
        </label>
        <Input.TextArea
          id={`${id}-reason`}
          rows={3}
          maxLength={500}
          value={reason}
          aria-invalid={problem?.field === 'reason'}
          aria-describedby={`${id}-problem`}
          onChange={({ target }) => {
            setReason(target.value);
            setProblem(null);
          }}
        />
      </div>
      <p id={`${id}-problem`} role="alert" className={styles.problem}>
        {problem?.text}
      </p>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t(act === 'SET' ? 'submitSet' : verdict === 'PASSED' ? 'submitPass' : 'submitReject', { count: items.length })}
        </Button>
      </div>
    </form>
  );
}
