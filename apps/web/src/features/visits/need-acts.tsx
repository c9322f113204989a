import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import type { Problems } from '../../ui/acts/use-act-answer.ts';
import { ChoiceField, DayField, TextField } from '../../ui/fields/field.tsx';
import { useSession } from '../../ui/session.ts';
import { WordsDocument } from '../../ui/words-query.ts';
import { useVisitAct } from './use-visit-act.ts';
import { AnswerNeedDocument, RaiseNeedDocument } from './visit-acts.ts';
import styles from './visits.module.css';
import type { VisitDetail } from './visits-query.ts';

type NeedActProps = { visit: VisitDetail; need: VisitDetail['needs'][number]; refresh: () => Promise<unknown>; onClose: () => void };

/** A need becomes a supervised item: its topic, its department, its day. */
export function RaiseNeed({ visit, need, refresh, onClose }: NeedActProps) {
  const { t } = useTranslation('visits');
  const english = useLanguage() === 'en';
  const { units, campaign } = useSession();
  const client = useApolloClient();
  const act = useVisitAct('Visit', refresh);
  const { data: words } = useQuery(WordsDocument);
  const [values, setValues] = useState({
    topic: '',
    unitId: need.unitId ?? '',
    dueOn: need.dueOn && need.dueOn >= campaign.today ? need.dueOn : '',
  });
  const set = (name: keyof typeof values) => (value: string) => setValues((now) => ({ ...now, [name]: value }));
  const submit = () =>
    act(['raise', visit.version, need.id, values], async (requestId) => {
      const { topic, unitId, dueOn } = values;
      const variables = {
        requestId,
        visitId: visit.id,
        version: visit.version,
        needId: need.id,
        topic,
        unitId: unitId || null,
        dueOn: dueOn || null,
      };
      const { data } = await client.mutate({ mutation: RaiseNeedDocument, variables, fetchPolicy: 'no-cache' });
      return data?.answer;
    });
  return (
    <ActInPlace verb={t('acts.confirmRaise')} submit={submit} onClose={onClose}>
      {(problems) => (
        <>
          <ChoiceField
            label={t('fields.topic')}
            problem={problems.topic}
            value={values.topic}
            options={(words?.terms ?? [])
              .filter(({ dictionary }) => dictionary === 'public-topic')
              .map(({ code, name, nameEn }) => ({ value: code, label: english ? nameEn : name }))}
            onChange={set('topic')}
          />
          <ChoiceField
            label={t('fields.unitId')}
            problem={problems.unitId}
            value={values.unitId}
            options={units.filter(({ kind }) => kind !== 'CITY').map(({ id, shortName }) => ({ value: id, label: shortName }))}
            onChange={set('unitId')}
          />
          <DayField
            label={t('fields.dueOn')}
            problem={problems.dueOn ?? Object.entries(problems).find(([field]) => field.endsWith('.dueOn'))?.[1]}
            help={t('help.dueOn')}
            isOptional
            min={campaign.today}
            value={values.dueOn}
            onChange={set('dueOn')}
          />
        </>
      )}
    </ActInPlace>
  );
}

/** What became of a need that is no item. */
export function AnswerNeed({ visit, need, refresh, onClose }: NeedActProps) {
  const { t } = useTranslation('visits');
  const { campaign } = useSession();
  const client = useApolloClient();
  const act = useVisitAct('Visit', refresh);
  const [answer, setAnswer] = useState('');
  const [answeredOn, setAnsweredOn] = useState(campaign.today);
  const submit = () =>
    act(['answer', visit.version, need.id, answer, answeredOn], async (requestId) => {
      const variables = { requestId, visitId: visit.id, version: visit.version, needId: need.id, answer, answeredOn: answeredOn || null };
      const { data } = await client.mutate({ mutation: AnswerNeedDocument, variables, fetchPolicy: 'no-cache' });
      return data?.answer;
    });
  return (
    <ActInPlace verb={t('acts.confirmAnswer')} submit={submit} onClose={onClose}>
      {(problems) => (
        <>
          <TextField label={t('fields.answer')} problem={problems.answer} value={answer} onChange={setAnswer} most={1000} rows={2} />
          <DayField
            label={t('fields.answeredOn')}
            problem={problems.answeredOn}
            min={visit.visitedOn}
            max={campaign.today}
            value={answeredOn}
            onChange={setAnsweredOn}
          />
        </>
      )}
    </ActInPlace>
  );
}

type ActInPlaceProps = {
  verb: string;
  submit: () => Promise<Problems | undefined>;
  onClose: () => void;
  children: (problems: Problems) => ReactNode;
};

/** A small form in place: what was typed stays when it is refused. */
function ActInPlace({ verb, submit, onClose, children }: ActInPlaceProps) {
  const { t } = useTranslation('visits');
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const found = await submit();
    setBusy(false);
    if (found) setProblems(found);
    else onClose();
  };
  return (
    <form className={styles.act} noValidate onSubmit={(event) => void send(event)}>
      {children(problems)}
      {problems.form && (
        <p role="alert" className={styles.problem}>
          {problems.form}
        </p>
      )}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('acts.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
