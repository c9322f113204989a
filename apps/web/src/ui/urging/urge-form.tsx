import { useApolloClient } from '@apollo/client/react';
import { type Rung, rungs } from '@duban/rules/urging';
import type { Day } from '@duban/rules/vocabulary';
import { Button, Input, Radio } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from '../error/describe-error.ts';
import { newRequestId } from '../request-id.ts';
import { Skeleton } from '../skeleton.tsx';
import { WorkingDayField } from '../working-day-field/working-day-field.tsx';
import { type Told, type UrgePart, UrgePartList } from './urge-part-list.tsx';
import { UrgePartsDocument } from './urge-query.ts';
import styles from './urging.module.css';
import { useRungs } from './use-rungs.ts';

const quickPicks = [3, 5, 10];
const templates = ['slow', 'overdue', 'unanswered', 'behind'] as const;

/** What became of the parts sent: numbers of the slips, the items of the parts urged, and how many parts were refused. */
export type Urged = { slips: readonly string[]; itemIds: readonly string[]; refused: number };

/**
 * What a drawer shows to urge one part or many: for each which rungs are open and why the others aren't, the reason, the last day for the
 * answer. Of many, some can be left out. `onAnswer` hears what became of the parts; those refused stay, with why.
 */
export function UrgeForm({ parts, onAnswer }: { parts: readonly UrgePart[]; onAnswer: (urged: Urged) => void }) {
  const { t } = useTranslation(['urging', 'errors']);
  const client = useApolloClient();
  const id = useId();
  const [rung, setRung] = useState<Rung>('URGE');
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [answerDueOn, setAnswerDueOn] = useState<Day | null>(null);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [told, setTold] = useState<ReadonlyMap<string, Told>>(new Map());
  const [busy, setBusy] = useState(false);
  const [requestId, setRequestId] = useState(newRequestId);
  const known = useRungs(
    parts.map(({ itemId }) => itemId),
    (found) => {
      // 催办 unless it is closed to all of them: then the lowest rung that is not.
      const isOpen = (of: Rung) => [...found.values()].some(({ states }) => states.some((state) => state.rung === of && state.isOpen));
      setRung((now) => (isOpen(now) ? now : (rungs.find(isOpen) ?? now)));
    },
    (error) => setProblems({ form: t(`errors:${describeError(error).kind}.title`) }),
  );

  const stateOf = (partId: string, of: Rung) => known?.get(partId)?.states.find((state) => state.rung === of);
  const chosen = parts.filter(({ partId }) => !leftOut.includes(partId) && !told.get(partId)?.slipNumber);
  const openFor = (of: Rung) => chosen.filter(({ partId }) => stateOf(partId, of)?.isOpen).length;
  // What was typed is another request than what was refused.
  const change = () => {
    setProblems({});
    setRequestId(newRequestId());
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblems({});
    try {
      const waiting = chosen.filter(({ partId }) => stateOf(partId, rung)?.isOpen);
      const { data } = await client.mutate({
        mutation: UrgePartsDocument,
        variables: {
          requestId,
          rung,
          reason,
          answerDueOn,
          parts: waiting.map(({ itemId, partId, version }) => ({ itemId, partId, version })),
        },
        fetchPolicy: 'no-cache',
      });
      const answer = data?.urgeParts;
      if (answer?.__typename === 'InputError')
        setProblems(
          Object.fromEntries(
            answer.fields.map(({ field, code, message }) => [
              field,
              t(`problems.${code}` as 'problems.REQUIRED', { defaultValue: message }),
            ]),
          ),
        );
      else if (answer?.__typename === 'ActRefusedError') setProblems({ form: t('refusals.NOT_THIS_ROLE') });
      else if (answer?.__typename === 'PartsUrged') {
        setTold(new Map([...told, ...answer.results.map((result): [string, Told] => [result.partId, result])]));
        setRequestId(newRequestId());
        onAnswer({
          slips: answer.results.flatMap(({ slipNumber }) => slipNumber ?? []),
          itemIds: answer.results.filter(({ done }) => done).map(({ itemId }) => itemId),
          refused: answer.results.filter(({ done }) => !done).length,
        });
      }
    } catch (error) {
      const { kind } = describeError(error);
      setProblems({ form: `${t(`errors:${kind}.title`)} ${t(`errors:${kind}.next`)}` });
    }
    setBusy(false);
  };

  if (!known) return problems.form ? <p role="alert">{problems.form}</p> : <Skeleton rows={6} />;
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
        <legend className={styles.label}>{t('form.rung')}</legend>
        <Radio.Group
          value={rung}
          onChange={({ target }) => {
            setRung(target.value as Rung);
            change();
          }}
        >
          {rungs.map((of) => (
            <Radio key={of} value={of} disabled={openFor(of) === 0}>
              {t(`rungs.${of}`)}
              {parts.length > 1 && <span className={styles.faint}> {t('form.openFor', { count: openFor(of) })}</span>}
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      <UrgePartList
        parts={parts}
        known={known}
        told={told}
        leftOut={leftOut}
        onLeaveOut={(next) => {
          setLeftOut(next);
          change();
        }}
      />
      <div>
        <label className={styles.label} htmlFor={`${id}-reason`}>
          {t('form.reason')}
        </label>
        <Input.TextArea
          id={`${id}-reason`}
          rows={4}
          maxLength={500}
          showCount
          value={reason}
          aria-invalid={Boolean(problems.reason)}
          aria-describedby={`${id}-reason-problem`}
          onChange={({ target }) => {
            setReason(target.value);
            change();
          }}
        />
        <p id={`${id}-reason-problem`} className={styles.problem}>
          {problems.reason}
        </p>
        <div className={styles.picks}>
          {templates.map((name) => (
            <Button
              key={name}
              size="small"
              onClick={() => {
                setReason(t(`templates.${name}`));
                change();
              }}
            >
              {t(`templateNames.${name}`)}
            </Button>
          ))}
        </div>
      </div>
      <div>
        <label className={styles.label} htmlFor={`${id}-answer`}>
          {t('form.answerDueOn')}
        </label>
        <WorkingDayField
          id={`${id}-answer`}
          describedBy={`${id}-answer-problem`}
          isWrong={Boolean(problems.answerDueOn)}
          value={answerDueOn}
          picks={quickPicks}
          onChange={(day) => {
            setAnswerDueOn(day);
            change();
          }}
        />
        <p id={`${id}-answer-problem`} className={styles.problem}>
          {problems.answerDueOn}
        </p>
      </div>
      <div role="alert" className={styles.problem}>
        {[problems.form, problems.parts, problems.requestId].filter(Boolean).join(' ')}
      </div>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={busy} disabled={openFor(rung) === 0}>
          {t('form.submit', { rung: t(`rungs.${rung}`) })}
        </Button>
      </div>
    </form>
  );
}
