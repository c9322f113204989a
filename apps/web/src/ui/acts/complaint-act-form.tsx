import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../error/error-notice.tsx';
import { Skeleton } from '../skeleton.tsx';
import { timeInCity } from '../time-in-city.ts';
import type { ActValues } from './act-draft.ts';
import { ActForm, type ActFormProps } from './act-form.tsx';
import type { ActField, ActMutation } from './act-spec.ts';
import styles from './acts.module.css';
import { ActComplaintDocument, type ActComplaintItem } from './complaint-query.ts';
import { answeredCount, complaintStart } from './complaint-start.ts';
import { useActWords } from './use-act-words.ts';

/** The form of an act on a complaint: it knows what was complained of, what was found, and whom an answer reaches. */
export function ComplaintActForm(props: ActFormProps) {
  const { item, act } = props;
  const { t } = useTranslation('acts');
  const words = useActWords();
  const { data, error, refetch } = useQuery(ActComplaintDocument, { variables: { id: item.id }, fetchPolicy: 'no-cache' });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />;
  if (!data) return <Skeleton rows={8} height={320} />;
  const complaint = data.item;
  if (complaint?.__typename !== 'ComplaintItem') return <p role="alert">{words.refusal({ kind: 'GONE' })}</p>;
  const { mutation } = act.spec;
  const noteOf = ({ name }: ActField, values: ActValues) => {
    if (name === 'facts') return t('notes.facts');
    if (name === 'leadUnitId' && values.leadUnitId && values.leadUnitId === values.complainedUnitId) return t('notes.ownCase');
    if (name === 'answer') return t('notes.answer', { count: answeredCount(complaint) });
    return null;
  };
  return (
    <ActForm
      {...props}
      start={complaintStart(mutation, complaint)}
      above={<Told mutation={mutation} complaint={complaint} />}
      noteOf={noteOf}
    />
  );
}

/** What has to be before one's eyes: what the facts don't tell when it is taken on, the findings when it is answered. */
function Told({ mutation, complaint }: { mutation: ActMutation; complaint: ActComplaintItem }) {
  const { t } = useTranslation(['acts', 'item']);
  const told: [label: string, text: string][] = complaint.complaints.flatMap(
    ({ statement, facts, finding, measures, sanction, answer }) => {
      if (mutation === 'takeOnComplaint')
        return [
          [t('item:own.concerns'), statement?.concerns],
          [t('item:own.place'), statement?.place],
          [t('item:own.occurredOn'), statement?.occurredOn],
          [t('item:own.wish'), statement?.wish],
          ...(statement?.supplements ?? []).map(({ at, text }) => [t('item:own.supplement', { at: timeInCity(at) }), text] as const),
        ].filter((pair): pair is [string, string] => Boolean(pair[1]));
      if (mutation !== 'answerComplaint' && mutation !== 'recordFinding') return [];
      const found: [string, string | null | undefined][] = [
        [t('item:case.facts'), facts],
        ...(mutation === 'answerComplaint'
          ? ([
              [t('item:case.finding'), finding && t(`item:findings.${finding}`)],
              [t('item:case.measures'), measures],
              [t('item:case.sanction'), sanction],
              [t('item:case.answerBefore'), answer],
            ] as [string, string | null][])
          : []),
      ];
      return found.filter((pair): pair is [string, string] => Boolean(pair[1]));
    },
  );
  if (told.length === 0) return null;
  return (
    <dl className={styles.subject}>
      {told.map(([label, text], index) => (
        <div key={`${index}${label}`}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
