import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
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
import styles from './forms.module.css';
import { ListRectificationProblemDocument } from './rectification-acts.ts';
import type { Board } from './rectifications-query.ts';
import { useBoardAct } from './use-board-act.ts';

/** The dictionary of each list of disorders. */
const dictionaries = { ROAD_DISORDER: 'road-disorder', ENFORCEMENT_DISORDER: 'enforcement-disorder' } as const;

const nothing = { title: '', content: '', disorder: '', place: '', foundBy: '', leadUnitId: '', dutyPerson: '', measure: '' };
type Values = typeof nothing & { foundOn: string | null; dueOn: string | null };

/** Lists a problem that can't be put right on the spot. The kind of disorder is asked only where the rectification has a list of its own. */
export function ProblemForm({
  board,
  onDone,
  onClose,
}: {
  board: Pick<Board, 'code' | 'disorders' | 'unitsToList'>;
  onDone: (number: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('rectifications');
  const english = useLanguage() === 'en';
  const { units, campaign } = useSession();
  const client = useApolloClient();
  const act = useBoardAct();
  const { data: words } = useQuery(WordsDocument);
  const choices = units.filter(({ id, kind }) => kind !== 'CITY' && (board.unitsToList === null || board.unitsToList.includes(id)));
  const [values, setValues] = useState<Values>(() => ({
    ...nothing,
    // A unit that lists for itself alone need not choose.
    leadUnitId: choices.length === 1 ? choices[0]!.id : '',
    foundOn: campaign.today,
    dueOn: null,
  }));
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const attempt = useRef<Attempt>(undefined);
  const form = useRef<HTMLFormElement>(null);

  const set = <Name extends keyof Values>(name: Name, value: Values[Name]) => {
    setValues((now) => ({ ...now, [name]: value }));
    setProblems(({ [name]: _solved, form: _told, ...rest }) => rest);
  };
  const bind = <Name extends keyof typeof nothing>(name: Name) => ({
    label: t(`list.fields.${name}`),
    problem: problems[name],
    value: values[name],
    onChange: (value: string) => set(name, value),
  });
  const say = (found: Problems) => {
    setProblems(found);
    window.setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const missing = (['title', 'content', 'leadUnitId', 'foundOn', 'dueOn'] as const).filter((name) => !values[name]?.trim());
    if (missing.length > 0) return say(Object.fromEntries(missing.map((name) => [name, t('problemsOf.REQUIRED')])));
    const optional = (text: string) => text.trim() || null;
    const { title, content, disorder, place, foundBy, leadUnitId, dutyPerson, measure, foundOn, dueOn } = values;
    const problem = {
      ...{ code: board.code, title, content, leadUnitId, foundOn, dueOn: dueOn ?? '' },
      disorder: optional(disorder),
      place: optional(place),
      foundBy: optional(foundBy),
      dutyPerson: optional(dutyPerson),
      measure: optional(measure),
    };
    attempt.current = attemptFor(JSON.stringify(problem), attempt.current);
    const { requestId } = attempt.current;
    setBusy(true);
    const outcome = await act('RectificationProblemListed', async () => {
      const { data } = await client.mutate({
        mutation: ListRectificationProblemDocument,
        variables: { requestId, problem },
        fetchPolicy: 'no-cache',
      });
      return data?.answer;
    });
    setBusy(false);
    if ('done' in outcome) return onDone(outcome.done.item.number);
    say(outcome.problems);
  };

  const dictionary = board.disorders ? dictionaries[board.disorders] : null;
  const disorderOptions = (words?.terms ?? [])
    .filter((term) => term.dictionary === dictionary)
    .map(({ code, name, nameEn }) => ({ value: code, label: english ? nameEn : name }));
  const elsewhere = Object.entries(problems).filter(([name]) => !(name in values));
  return (
    <form ref={form} className={drawer.form} noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
      <div className={drawer.body}>
        <p className={styles.counted}>{t('list.help')}</p>
        <TextField {...bind('title')} most={200} />
        {dictionary && <ChoiceField {...bind('disorder')} isOptional canClear help={t('list.disorderHelp')} options={disorderOptions} />}
        <TextField {...bind('content')} help={t('list.contentHelp')} most={2000} rows={4} />
        <TextField {...bind('place')} isOptional most={200} />
        <TextField {...bind('foundBy')} isOptional help={t('list.foundByHelp')} most={100} />
        <Field label={t('list.fields.foundOn')} problem={problems.foundOn}>
          {(control) => (
            <WorkingDayField
              id={control.id}
              describedBy={control['aria-describedby']}
              isWrong={control['aria-invalid']}
              value={values.foundOn}
              onChange={(day) => set('foundOn', day)}
              isPast
            />
          )}
        </Field>
        <ChoiceField {...bind('leadUnitId')} options={choices.map(({ id, shortName }) => ({ value: id, label: shortName }))} />
        <TextField {...bind('dutyPerson')} isOptional most={50} />
        <TextField {...bind('measure')} isOptional most={2000} rows={3} />
        <Field label={t('list.fields.dueOn')} problem={problems.dueOn}>
          {(control) => (
            <WorkingDayField
              id={control.id}
              describedBy={control['aria-describedby']}
              isWrong={control['aria-invalid']}
              value={values.dueOn}
              onChange={(day) => set('dueOn', day)}
            />
          )}
        </Field>
      </div>
      <div className={drawer.foot}>
        <div role="alert" className={drawer.problem}>
          {elsewhere.map(([, message]) => message).join(' ')}
        </div>
        <div className={drawer.buttons}>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('list.submit')}
          </Button>
        </div>
      </div>
    </form>
  );
}
