import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Checkbox, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import type { Attempt } from '../../ui/acts/act-draft.ts';
import { attemptFor } from '../../ui/acts/attempt.ts';
import type { Problems } from '../../ui/acts/use-act-answer.ts';
import drawer from '../../ui/fields/drawer-form.module.css';
import { ChoiceField, Field, TextField, YesNoField } from '../../ui/fields/field.tsx';
import { useSession } from '../../ui/session.ts';
import { WordsDocument } from '../../ui/words-query.ts';
import { WorkingDayField } from '../../ui/working-day-field/working-day-field.tsx';
import styles from './accountability.module.css';
import { CorrectAccountabilityDocument, CreateAccountabilityDocument } from './accountability-acts.ts';
import type { RecordDetail } from './accountability-query.ts';
import { entryOf, initialValues, missingOf, type RecordValues } from './form-values.ts';
import { useRecordAct } from './use-record-act.ts';

type RecordFormProps = {
  /** The record to correct; none: a new one. */
  record?: RecordDetail;
  /** Of a new one: the item that it follows from. */
  itemNumber?: string;
  /** Reads the record anew. */
  refresh?: () => Promise<unknown>;
  onDone: (number: string) => void;
  onClose: () => void;
};

/** Enters a person held to account, or corrects a record: who, what happened, what was decided, what it follows from. */
export function RecordForm({ record, itemNumber = '', refresh, onDone, onClose }: RecordFormProps) {
  const { t } = useTranslation(['accountability', 'common']);
  const english = useLanguage() === 'en';
  const { units } = useSession();
  const client = useApolloClient();
  const act = useRecordAct();
  const { data: words } = useQuery(WordsDocument);
  const [values, setValues] = useState(() => initialValues(record ?? null, itemNumber));
  const [version, setVersion] = useState(record?.version ?? 0);
  const [problems, setProblems] = useState<Problems>({});
  const [newer, setNewer] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = useRef<Attempt>(undefined);
  const form = useRef<HTMLFormElement>(null);

  const options = (dictionary: string, present: { value: string; label: string } | undefined) => {
    const found = (words?.terms ?? [])
      .filter((term) => term.dictionary === dictionary)
      .map(({ code, name, nameEn }) => ({ value: code, label: english ? nameEn : name }));
    // What the record holds may stay, also when it can't be chosen any more.
    return !present || found.some(({ value }) => value === present.value) ? found : [...found, present];
  };
  const set = <Name extends keyof RecordValues>(name: Name, value: RecordValues[Name]) => {
    setValues((now) => ({ ...now, [name]: value }));
    setProblems(({ [name]: _solved, form: _told, ...rest }) => rest);
  };
  const bind = <Name extends keyof RecordValues>(name: Name) => ({
    label: t(`fields.${name}`),
    problem: problems[name],
    value: values[name],
    onChange: (value: RecordValues[Name]) => set(name, value),
  });
  const say = (found: Problems) => {
    setProblems(found);
    // After the problems stand in the document.
    window.setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const missing = missingOf(values, record !== undefined);
    if (missing.length > 0)
      return say(Object.fromEntries(missing.map((name) => [name, t(name === 'source' ? 'problems.basis' : 'problems.REQUIRED')])));
    const entry = entryOf(values);
    attempt.current = attemptFor(JSON.stringify([version, entry, values.reason]), attempt.current);
    const { requestId } = attempt.current;
    setBusy(true);
    const outcome = await act('Accountability', async () => {
      if (!record) {
        const { data } = await client.mutate({
          mutation: CreateAccountabilityDocument,
          variables: { requestId, entry },
          fetchPolicy: 'no-cache',
        });
        return data?.answer;
      }
      const { data } = await client.mutate({
        mutation: CorrectAccountabilityDocument,
        variables: { requestId, id: record.id, version, reason: values.reason, entry },
        fetchPolicy: 'no-cache',
      });
      return data?.answer;
    });
    setBusy(false);
    if ('done' in outcome) return onDone(outcome.done.number);
    say(outcome.problems);
    setNewer(outcome.version ?? null);
    if (outcome.version !== undefined) await refresh?.().catch(() => undefined);
  };

  const unitOptions = units.filter(({ kind }) => kind !== 'CITY').map(({ id, shortName }) => ({ value: id, label: shortName }));
  const elsewhere = Object.entries(problems).filter(([name]) => !(name in values));
  return (
    <form ref={form} className={drawer.form} noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
      <div className={drawer.body}>
        <h3>{t('form.basis')}</h3>
        <TextField {...bind('itemNumber')} isOptional help={t('help.itemNumber')} most={40} />
        <TextField {...bind('enforcementRecord')} isOptional help={t('help.enforcementRecord')} most={200} />
        <TextField {...bind('source')} isOptional help={t('help.source')} most={200} />
        <h3>{t('form.person')}</h3>
        <ChoiceField
          {...bind('unitId')}
          options={
            record && !unitOptions.some(({ value }) => value === record.unit.id)
              ? [...unitOptions, { value: record.unit.id, label: record.unitName }]
              : unitOptions
          }
        />
        <TextField {...bind('post')} help={t('help.post')} most={60} />
        <ChoiceField
          {...bind('postLevel')}
          options={options(
            'post-level',
            record && { value: record.postLevel, label: english ? record.postLevelNameEn : record.postLevelName },
          )}
        />
        <YesNoField {...bind('administrativeHead')} help={t('help.administrativeHead')} />
        {!values.removeName && (
          <TextField {...bind('name')} isOptional help={t(record?.maskedName ? 'help.nameKept' : 'help.name')} most={50} />
        )}
        {record?.maskedName && (
          <Checkbox checked={values.removeName} onChange={({ target }) => set('removeName', target.checked)}>
            {t('fields.removeName')}（{record.maskedName}）
          </Checkbox>
        )}
        <h3>{t('form.matter')}</h3>
        <TextField {...bind('fact')} help={t('help.fact')} most={2000} rows={4} />
        <TextField {...bind('rule')} most={500} rows={2} />
        <h3>{t('form.decision')}</h3>
        <ChoiceField
          {...bind('form')}
          options={options('accountability-form', record && { value: record.form, label: english ? record.formNameEn : record.formName })}
        />
        <TextField {...bind('decidedBy')} most={100} />
        <Field label={t('fields.decidedOn')} problem={problems.decidedOn}>
          {(control) => (
            <WorkingDayField
              id={control.id}
              describedBy={control['aria-describedby']}
              isWrong={control['aria-invalid']}
              value={values.decidedOn}
              onChange={(day) => set('decidedOn', day)}
              isPast
            />
          )}
        </Field>
        <TextField {...bind('effect')} isOptional help={t('help.effect')} most={500} rows={2} />
        <Field label={t('fields.effectUntil')} problem={problems.effectUntil} isOptional>
          {(control) => (
            <DatePicker
              {...control}
              format="YYYY-MM-DD"
              placeholder={t('common:chooseDay')}
              value={values.effectUntil ? dayjs(values.effectUntil) : null}
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
              onChange={(day) => set('effectUntil', day?.format('YYYY-MM-DD') ?? null)}
            />
          )}
        </Field>
        {record && <TextField {...bind('reason')} help={t('help.reasonCorrect')} most={500} rows={2} />}
      </div>
      <div className={drawer.foot}>
        {newer !== null && (
          <div role="alert" className={styles.notice}>
            <p>{t('form.conflict')}</p>
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
          <Button onClick={onClose}>{t('acts.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy} disabled={newer !== null}>
            {t(record ? 'form.submitCorrect' : 'form.submitCreate')}
          </Button>
        </div>
      </div>
    </form>
  );
}
