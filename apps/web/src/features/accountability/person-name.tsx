import { useMutation } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonForm } from '../../ui/reason-form.tsx';
import styles from './accountability.module.css';
import { RevealAccountablePersonDocument } from './accountability-acts.ts';
import type { RecordDetail } from './accountability-query.ts';
import { useRecordAct } from './use-record-act.ts';

/** The name of a record, for inspection: masked until asked for with a reason. What is shown stays on this screen; it goes into no cache. */
export function PersonName({ record }: { record: Pick<RecordDetail, 'id' | 'maskedName'> }) {
  const { t } = useTranslation('accountability');
  const act = useRecordAct();
  const [mutate] = useMutation(RevealAccountablePersonDocument, { fetchPolicy: 'no-cache' });
  const [name, setName] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  if (!record.maskedName) return <span className={styles.faint}>{t('record.noName')}</span>;
  const reveal = async (reason: string) => {
    const outcome = await act('AccountablePerson', async () => (await mutate({ variables: { id: record.id, reason } })).data?.answer);
    if (!('done' in outcome)) return outcome.problems;
    setName(outcome.done.name);
    setAsking(false);
    return undefined;
  };
  return (
    <>
      <span>{name ?? record.maskedName}</span>{' '}
      {name === null && !asking && (
        <Button size="small" onClick={() => setAsking(true)}>
          {t('acts.reveal')}
        </Button>
      )}
      {name !== null && (
        <Button size="small" onClick={() => setName(null)}>
          {t('acts.hide')}
        </Button>
      )}
      {asking && <ReasonForm help={t('help.reasonReveal')} verb={t('acts.reveal')} submit={reveal} onClose={() => setAsking(false)} />}
    </>
  );
}
