import { useMutation } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { newRequestId } from '../../ui/request-id.ts';
import { DiscardButton } from './discard-button.tsx';
import styles from './exchange.module.css';
import { ApplyImportDocument, type ImportRun } from './exchange-query.ts';

/** 导入 and 放弃 of a checked file. With refused rows it can't go in: a file goes in whole or not at all. */
export function RunActions({ run }: { run: ImportRun }) {
  const { t } = useTranslation('exchange');
  const [apply, applying] = useMutation(ApplyImportDocument);
  const [requestId] = useState(newRequestId);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(undefined);
  const writes = run.createCount + run.updateCount;
  const why =
    run.refuseCount > 0
      ? t('cannotRefused', { count: run.refuseCount })
      : writes === 0
        ? t('cannotNothing')
        : t('canApply', { count: writes });
  const act = async (ask: () => Promise<{ data?: { __typename: string; message?: string } | undefined }>) => {
    setRefusal(null);
    setFailure(undefined);
    try {
      const { data } = await ask();
      if (data?.message) setRefusal(data.message);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <div className={styles.stack}>
      <p role="status">{why}</p>
      {run.viewerCanAct && (
        <div className={styles.actions}>
          <Button
            type="primary"
            disabled={run.refuseCount > 0 || writes === 0}
            loading={applying.loading}
            onClick={() => void act(async () => ({ data: (await apply({ variables: { id: run.id, requestId } })).data?.applyImport }))}
          >
            {t('apply')}
          </Button>
          <DiscardButton runId={run.id} />
        </div>
      )}
      {refusal && <p role="alert">{refusal}</p>}
      {failure !== undefined && <ErrorNotice error={failure} onRetry={() => setFailure(undefined)} tier="panel" />}
    </div>
  );
}
