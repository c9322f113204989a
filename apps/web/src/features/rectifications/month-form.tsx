import { useApolloClient } from '@apollo/client/react';
import { type MonthFigure, monthFigures, monthProblems, readCount } from '@duban/rules/rectification-months';
import { Button, Input } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt } from '../../ui/acts/act-draft.ts';
import { attemptFor } from '../../ui/acts/attempt.ts';
import type { Problems } from '../../ui/acts/use-act-answer.ts';
import drawer from '../../ui/fields/drawer-form.module.css';
import { ChoiceField, Field, TextField } from '../../ui/fields/field.tsx';
import styles from './forms.module.css';
import { EnterRectificationMonthDocument } from './rectification-acts.ts';
import type { Board, Entry } from './rectifications-query.ts';
import { useBoardAct } from './use-board-act.ts';

type MonthFormProps = {
  board: Pick<Board, 'code' | 'months' | 'unitsToEnter' | 'units'>;
  entries: readonly Entry[];
  unitId: string;
  /** `2014-08`. */
  month: string;
  onPick: (picked: { enter?: string; of?: string }) => void;
  onDone: (act: 'done' | 'corrected', of: { unit: string; month: string }) => void;
  onClose: () => void;
};

/** The month before `2014-08`: `2014-07`. */
function monthBefore(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/** A unit's figures of a month: six whole numbers, last month in grey beside each; what the ledger counts is shown, not asked. */
export function MonthForm({ board, entries, unitId, month, onPick, onDone, onClose }: MonthFormProps) {
  const { t } = useTranslation('rectifications');
  const client = useApolloClient();
  const act = useBoardAct();
  const of = (which: string) => entries.find((one) => one.unitId === unitId && one.month === which);
  const present = of(month);
  const last = of(monthBefore(month));
  const isCorrection = (present?.version ?? 0) > 0;
  const [texts, setTexts] = useState<Record<MonthFigure, string>>(
    () =>
      Object.fromEntries(monthFigures.map((figure) => [figure, isCorrection ? String(present?.[figure]) : ''])) as Record<
        MonthFigure,
        string
      >,
  );
  const [note, setNote] = useState(present?.note ?? '');
  const [reason, setReason] = useState('');
  const [version, setVersion] = useState(present?.version ?? 0);
  const [problems, setProblems] = useState<Problems>({});
  const [newer, setNewer] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = useRef<Attempt>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const unitName = board.units.find(({ id }) => id === unitId)?.shortName ?? unitId;

  const say = (found: Problems) => {
    setProblems(found);
    // After the problems stand in the document.
    window.setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const solve = (field: string) => setProblems(({ [field]: _solved, form: _told, ...rest }) => rest);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const figures = Object.fromEntries(monthFigures.map((figure) => [figure, readCount(texts[figure])])) as Record<
      MonthFigure,
      number | null
    >;
    const wrong: Record<string, string> = Object.fromEntries(
      monthProblems(figures).map(({ field, code }) => [field, t(`problemsOf.${code}`)]),
    );
    if (version > 0 && reason.trim() === '') wrong.reason = t('problemsOf.REQUIRED');
    if (Object.keys(wrong).length > 0) return say(wrong);
    const entry = {
      ...{ code: board.code, unitId, month, version },
      ...(figures as Record<MonthFigure, number>),
      note: note.trim() || null,
      reason: reason.trim() || null,
    };
    attempt.current = attemptFor(JSON.stringify(entry), attempt.current);
    const { requestId } = attempt.current;
    setBusy(true);
    const outcome = await act('Rectification', async () => {
      const { data } = await client.mutate({
        mutation: EnterRectificationMonthDocument,
        variables: { requestId, entry },
        fetchPolicy: 'no-cache',
      });
      return data?.answer;
    });
    setBusy(false);
    if ('done' in outcome) return onDone(isCorrection ? 'corrected' : 'done', { unit: unitName, month });
    say(outcome.problems);
    setNewer(outcome.version ?? null);
    // What stands there now is shown beside, before anything is saved over it.
    if (outcome.version !== undefined) await client.refetchQueries({ include: ['RectificationBoard'] });
  };

  const elsewhere = Object.entries(problems).filter(
    ([name]) => name !== 'note' && name !== 'reason' && name !== 'month' && name !== 'unitId' && !(name in texts),
  );
  return (
    <form ref={form} className={drawer.form} noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
      <div className={drawer.body}>
        <div className={styles.pairs}>
          <ChoiceField
            label={t('form.unit')}
            value={unitId}
            problem={problems.unitId}
            options={board.units
              .filter(({ id }) => board.unitsToEnter.includes(id))
              .map(({ id, shortName }) => ({ value: id, label: shortName }))}
            onChange={(enter) => enter && onPick({ enter, of: month })}
          />
          <ChoiceField
            label={t('form.month')}
            value={month}
            problem={problems.month}
            options={[...board.months].reverse().map((value) => ({ value, label: value }))}
            onChange={(next) => next && onPick({ enter: unitId, of: next })}
          />
        </div>
        <p className={styles.faint}>{t('form.zero')}</p>
        {monthFigures.map((figure) => (
          <Field
            key={figure}
            label={t(`monthly.${figure}`)}
            problem={problems[figure]}
            help={figure === 'relapses' ? t('form.relapsesHelp') : figure === 'spotFixed' ? t('form.spotFixedHelp') : undefined}
          >
            {({ status, ...control }) => (
              <span className={styles.number}>
                <Input
                  {...control}
                  {...(status ? { status } : {})}
                  inputMode="numeric"
                  maxLength={12}
                  value={texts[figure]}
                  onChange={({ target }) => {
                    setTexts((now) => ({ ...now, [figure]: target.value }));
                    solve(figure);
                  }}
                />
                <span className={styles.faint}>{t(`units.${figure}`)}</span>
                <span className={styles.last}>
                  {last && last.version > 0 ? t('form.last', { value: last[figure] }) : t('form.lastNone')}
                </span>
              </span>
            )}
          </Field>
        ))}
        <div className={styles.counted}>
          <p>{t('form.countedLine', { listed: present?.listed ?? 0, listedFixed: present?.listedFixed ?? 0 })}</p>
          <p className={styles.faint}>{t('form.counted')}</p>
        </div>
        <TextField
          label={t('form.note')}
          isOptional
          most={500}
          rows={2}
          value={note}
          problem={problems.note}
          onChange={(text) => {
            setNote(text);
            solve('note');
          }}
        />
        {version > 0 && (
          <TextField
            label={t('form.reason')}
            help={t('form.reasonHelp')}
            most={200}
            rows={2}
            value={reason}
            problem={problems.reason}
            onChange={(text) => {
              setReason(text);
              solve('reason');
            }}
          />
        )}
      </div>
      <div className={drawer.foot}>
        {newer !== null && (
          <div role="alert" className={styles.notice}>
            <p>{t('form.conflict')}</p>
            {present && present.version > 0 && (
              <p>{monthFigures.map((figure) => `${t(`monthly.${figure}`)} ${present[figure]}`).join(' · ')}</p>
            )}
            <Button
              size="small"
              onClick={() => {
                setVersion(newer);
                setNewer(null);
              }}
            >
              {t('form.takeLatest')}
            </Button>
          </div>
        )}
        <div role="alert" className={drawer.problem}>
          {elsewhere.map(([, message]) => message).join(' ')}
        </div>
        <div className={drawer.buttons}>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy} disabled={newer !== null}>
            {t(version > 0 ? 'form.submitCorrect' : 'form.submit')}
          </Button>
        </div>
      </div>
    </form>
  );
}
