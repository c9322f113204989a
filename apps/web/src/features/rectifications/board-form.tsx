import { useApolloClient } from '@apollo/client/react';
import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt } from '../../ui/acts/act-draft.ts';
import { attemptFor } from '../../ui/acts/attempt.ts';
import type { Problems } from '../../ui/acts/use-act-answer.ts';
import drawer from '../../ui/fields/drawer-form.module.css';
import { ChoiceField, Field, TextField } from '../../ui/fields/field.tsx';
import { useSession } from '../../ui/session.ts';
import { type BoardValues, boardInput, boardValues, missingOf, type StageValues } from './board-values.ts';
import styles from './forms.module.css';
import { SetRectificationDocument } from './rectification-acts.ts';
import type { Board } from './rectifications-query.ts';
import { useBoardAct } from './use-board-act.ts';

const days = ['plannedFrom', 'plannedTo', 'startedOn', 'endedOn'] as const;

/** A board's settings: all of them for the supervision office, actual days and summaries for the head of the lead unit. */
export function BoardForm({ board, onDone, onClose }: { board: Board; onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation(['rectifications', 'common']);
  const { units } = useSession();
  const client = useApolloClient();
  const act = useBoardAct();
  const [values, setValues] = useState<BoardValues>(() => boardValues(board));
  const [version, setVersion] = useState(board.version);
  const [problems, setProblems] = useState<Problems>({});
  const [newer, setNewer] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = useRef<Attempt>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const isLead = board.access === 'STAGES';

  const solve = (field: string) => setProblems(({ [field]: _solved, form: _told, ...rest }) => rest);
  const setStage = (stage: StageValues['stage'], field: keyof Omit<StageValues, 'stage'>, value: string | null) => {
    setValues((now) => ({
      ...now,
      stages: now.stages.map((one) => (one.stage === stage ? { ...one, [field]: value ?? (field === 'summary' ? '' : null) } : one)),
    }));
    solve(`stages.${stage}.${field}`);
  };
  const say = (found: Problems) => {
    setProblems(found);
    window.setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const missing = missingOf(values);
    if (missing.length > 0) return say(Object.fromEntries(missing.map((field) => [field, t('problemsOf.REQUIRED')])));
    const input = boardInput(board.code, version, values);
    attempt.current = attemptFor(JSON.stringify(input), attempt.current);
    const { requestId } = attempt.current;
    setBusy(true);
    const outcome = await act('Rectification', async () => {
      const { data } = await client.mutate({
        mutation: SetRectificationDocument,
        variables: { requestId, board: input },
        fetchPolicy: 'no-cache',
      });
      return data?.answer;
    });
    setBusy(false);
    if ('done' in outcome) return onDone();
    say(outcome.problems);
    setNewer(outcome.version ?? null);
  };

  const unitOptions = units.filter(({ kind }) => kind !== 'CITY').map(({ id, shortName }) => ({ value: id, label: shortName }));
  return (
    <form ref={form} className={drawer.form} noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
      <div className={drawer.body}>
        {isLead && <p className={styles.counted}>{t('board.stagesOnly')}</p>}
        <ChoiceField
          label={t('board.leadUnitId')}
          value={values.leadUnitId}
          options={unitOptions}
          problem={problems.leadUnitId}
          disabled={isLead}
          onChange={(leadUnitId) => {
            setValues((now) => ({ ...now, leadUnitId }));
            solve('leadUnitId');
          }}
        />
        <TextField
          label={t('board.goal')}
          isOptional
          most={300}
          rows={2}
          value={values.goal}
          problem={problems.goal}
          disabled={isLead}
          onChange={(goal) => {
            setValues((now) => ({ ...now, goal }));
            solve('goal');
          }}
        />
        <Field label={t('board.unitIds')} help={t('board.unitIdsHelp')} problem={problems.unitIds}>
          {({ status, ...control }) => (
            <Select
              {...control}
              {...(status ? { status } : {})}
              className={styles.wide ?? ''}
              mode="multiple"
              disabled={isLead}
              showSearch={{ optionFilterProp: 'label' }}
              options={unitOptions}
              value={values.unitIds}
              onChange={(unitIds: string[]) => {
                setValues((now) => ({ ...now, unitIds }));
                solve('unitIds');
              }}
            />
          )}
        </Field>
        {values.stages.map(({ stage, summary, ...of }) => (
          <fieldset key={stage} className={styles.stage}>
            <legend>{t(`stages.${stage}`)}</legend>
            <div className={styles.pairs}>
              {days.map((day) => (
                <Field
                  key={day}
                  label={t(`board.${day}`)}
                  problem={problems[`stages.${stage}.${day}`]}
                  isOptional={day === 'startedOn' || day === 'endedOn'}
                >
                  {({ status, ...control }) => (
                    <DatePicker
                      {...control}
                      {...(status ? { status } : {})}
                      className={styles.wide ?? ''}
                      format="YYYY-MM-DD"
                      placeholder={t('common:chooseDay')}
                      disabled={isLead && (day === 'plannedFrom' || day === 'plannedTo')}
                      value={of[day] ? dayjs(of[day]) : null}
                      // Enter takes the day; it doesn't send the form.
                      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
                      onChange={(next) => setStage(stage, day, next?.format('YYYY-MM-DD') ?? null)}
                    />
                  )}
                </Field>
              ))}
            </div>
            <TextField
              label={t('board.summary')}
              isOptional
              most={500}
              rows={2}
              value={summary}
              problem={problems[`stages.${stage}.summary`]}
              onChange={(text) => setStage(stage, 'summary', text)}
            />
          </fieldset>
        ))}
        <p className={styles.faint}>{t('board.change')}</p>
      </div>
      <div className={drawer.foot}>
        {newer !== null && (
          <div role="alert" className={styles.notice}>
            <p>{t('board.conflict')}</p>
            <Button
              size="small"
              onClick={() => {
                setVersion(newer);
                setNewer(null);
              }}
            >
              {t('board.takeLatest')}
            </Button>
          </div>
        )}
        <div role="alert" className={drawer.problem}>
          {[problems.form, problems.stages].filter(Boolean).join(' ')}
        </div>
        <div className={drawer.buttons}>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy} disabled={newer !== null}>
            {t('board.submit')}
          </Button>
        </div>
      </div>
    </form>
  );
}
