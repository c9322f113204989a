import { useMutation } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../ui/error/describe-error.ts';
import { DiscardImportDocument } from './exchange-query.ts';

/** 放弃: ends an upload without writing anything; says beside the button why it could not. */
export function DiscardButton({ runId }: { runId: string }) {
  const { t } = useTranslation(['exchange', 'errors']);
  const [discard, { loading }] = useMutation(DiscardImportDocument);
  const [problem, setProblem] = useState('');
  const act = async () => {
    setProblem('');
    try {
      const { data } = await discard({ variables: { id: runId } });
      const answer = data?.discardImport;
      if (answer && 'message' in answer) setProblem(answer.message);
    } catch (failure) {
      const { kind } = describeError(failure);
      setProblem(`${t(`errors:${kind}.title`)} ${t(`errors:${kind}.next`)}`);
    }
  };
  return (
    <>
      <Button loading={loading} onClick={() => void act()}>
        {t('discard')}
      </Button>
      {problem && <span role="alert">{problem}</span>}
    </>
  );
}
