import { useApolloClient, useQuery } from '@apollo/client/react';
import { problemOrigins } from '@duban/rules/vocabulary';
import { Button, InputNumber, Radio } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import type { Attempt } from '../../ui/acts/act-draft.ts';
import { attemptFor } from '../../ui/acts/attempt.ts';
import type { Problems } from '../../ui/acts/use-act-answer.ts';
import drawer from '../../ui/fields/drawer-form.module.css';
import { ChoiceField, Field, TextField } from '../../ui/fields/field.tsx';
import { useSession } from '../../ui/session.ts';
import { WordsDocument } from '../../ui/words-query.ts';
import { WorkingDayField } from '../../ui/working-day-field/working-day-field.tsx';
import { initialValues, inputOf, missingOf, type ProblemValues, withOrigin } from './form-values.ts';
import styles from './public-problems.module.css';
import { type Form, RegisterPublicProblemDocument } from './public-problems-query.ts';
import { useProblemAct } from './use-problem-act.ts';

type ProblemFormProps = { offers: Form; onDone: (number: string) => void; onClose: () => void };

/** 登记问题: what was raised, where, by whom, and which unit has to solve it by when. */
export function ProblemForm({ offers, onDone, onClose }: ProblemFormProps) {
  const { t } = useTranslation(['public-problems', 'ledger']);
  const english = useLanguage() === 'en';
  const { campaign, units } = useSession();
  const client = useApolloClient();
  const act = useProblemAct();
  const { data: words } = useQuery(WordsDocument);
  const [values, setValues] = useState(() => initialValues(offers, campaign.today));
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const attempt = useRef<Attempt>(undefined);
  const form = useRef<HTMLFormElement>(null);

  const termsOf = (dictionary: string) =>
    (words?.terms ?? [])
      .filter((term) => term.dictionary === dictionary)
      .map(({ code, name, nameEn }) => ({ value: code, label: english ? nameEn : name }));
  const change = (names: readonly (keyof ProblemValues)[], next: (now: ProblemValues) => ProblemValues) => {
    setValues(next);
    setProblems((now) => Object.fromEntries(Object.entries(now).filter(([name]) => name !== 'form' && !names.some((one) => one === name))));
  };
  const bind = <Name extends keyof ProblemValues>(name: Name) => ({
    label: t(`fields.${name}`),
    problem: problems[name],
    value: values[name],
    onChange: (value: ProblemValues[Name]) => change([name], (now) => ({ ...now, [name]: value })),
  });
  const say = (found: Problems) => {
    setProblems(found);
    // After the problems stand in the document.
    window.setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const missing = missingOf(values);
    if (missing.length > 0) return say(Object.fromEntries(missing.map((name) => [name, t('form.required')])));
    const input = inputOf(values);
    attempt.current = attemptFor(JSON.stringify(input), attempt.current);
    const { requestId } = attempt.current;
    setBusy(true);
    const outcome = await act('PublicProblemRegistered', async () => {
      const variables = { input: { requestId, ...input } };
      const { data } = await client.mutate({ mutation: RegisterPublicProblemDocument, variables, fetchPolicy: 'no-cache' });
      return data?.answer;
    });
    setBusy(false);
    if ('done' in outcome) return onDone(outcome.done.item.number);
    say(outcome.problems);
  };

  const isSelfFound = values.origin === 'SELF_FOUND';
  const counties = units.filter(({ kind }) => kind === 'COUNTY').map(({ id, shortName }) => ({ value: id, label: shortName }));
  const elsewhere = Object.entries(problems).filter(([name]) => !(name in values));
  const dayField = (name: 'raisedOn' | 'dueOn', isPast: boolean) => (
    <Field label={t(`fields.${name}`)} problem={problems[name]} help={name === 'dueOn' ? t('help.dueOn') : undefined}>
      {(control) => (
        <WorkingDayField
          id={control.id}
          describedBy={control['aria-describedby']}
          isWrong={control['aria-invalid']}
          value={values[name]}
          onChange={bind(name).onChange}
          isPast={isPast}
        />
      )}
    </Field>
  );
  return (
    <form ref={form} className={drawer.form} noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
      <div className={drawer.body}>
        <TextField {...bind('title')} help={t('help.title')} most={200} />
        <TextField {...bind('content')} help={t('help.content')} most={4000} rows={5} />
        <ChoiceField {...bind('topic')} isOptional options={termsOf('public-topic')} help={t('help.topic')} />
        <Field label={t('fields.origin')} problem={problems.origin} isGroup>
          {({ id }) => (
            <Radio.Group
              aria-labelledby={`${id}-label`}
              value={values.origin}
              onChange={({ target }) =>
                change(['origin', 'channel', 'raiserName', 'raiserPhone'], (now) =>
                  withOrigin(now, target.value as ProblemValues['origin']),
                )
              }
            >
              {problemOrigins.map((origin) => (
                <Radio key={origin} value={origin}>
                  {t(`ledger:origins.${origin}`)}
                </Radio>
              ))}
            </Radio.Group>
          )}
        </Field>
        {!isSelfFound && (
          <ChoiceField {...bind('channel')} options={termsOf('public-problem-channel').filter(({ value }) => value !== 'self-found')} />
        )}
        {dayField('raisedOn', true)}
        <Field label={t('fields.peopleAffected')} problem={problems.peopleAffected} isOptional help={t('help.peopleAffected')}>
          {(control) => (
            <InputNumber
              {...control}
              className={styles.number ?? ''}
              min={1}
              max={9_999_999}
              precision={0}
              value={values.peopleAffected}
              onChange={bind('peopleAffected').onChange}
            />
          )}
        </Field>
        <h3>{t('form.duty')}</h3>
        <ChoiceField
          {...bind('leadUnitId')}
          options={offers.leadUnits.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          help={offers.leadUnits.length > 1 ? undefined : t('help.ownUnit')}
        />
        <ChoiceField {...bind('countyId')} isOptional options={counties} help={t('help.countyId')} />
        {dayField('dueOn', false)}
        {!isSelfFound && (
          <>
            <h3>{t('form.raiser')}</h3>
            <p className={styles.faint}>{t('help.raiser')}</p>
            <TextField {...bind('raiserName')} isOptional most={50} />
            <TextField {...bind('raiserPhone')} isOptional most={40} />
          </>
        )}
      </div>
      <div className={drawer.foot}>
        <div role="alert" className={drawer.problem}>
          {elsewhere.map(([, message]) => message).join(' ')}
        </div>
        <div className={drawer.buttons}>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('form.submit')}
          </Button>
        </div>
      </div>
    </form>
  );
}
