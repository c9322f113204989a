import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './admin.module.css';
import { AdminTable } from './admin-table.tsx';

const AuditVerificationDocument = graphql(/* GraphQL */ `
  query AuditVerification {
    auditAnchors(first: 7) {
      day
      itemEvents
      systemEvents
      hash
      recordedAt
    }
    auditVerification {
      startedAt
      startedBy
      endedAt
      checked
      failed
      isIntact
      parts {
        part
        count
        fault
      }
    }
  }
`);

const VerifyAuditDocument = graphql(/* GraphQL */ `
  mutation VerifyAudit {
    verifyAudit {
      startedAt
    }
  }
`);

/** How often a verification under way is asked after. */
const pollMs = 1000;

/** The daily anchors, and the verification of the whole history: asked for by a button, at work in the background. */
export function AuditVerification() {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(AuditVerificationDocument, { fetchPolicy: 'cache-and-network' });
  const [verify, { loading: starting, error: refused }] = useMutation(VerifyAuditDocument);
  const run = data?.auditVerification;
  const isRunning = run != null && run.endedAt === null;
  useEffect(() => {
    if (!isRunning) return undefined;
    startPolling(pollMs);
    return stopPolling;
  }, [isRunning, startPolling, stopPolling]);
  const begin = async () => {
    await verify();
    await refetch();
  };
  const at = (instant: string) => new Date(instant).toLocaleString(language);
  return (
    <section aria-labelledby="audit-verification">
      <h2 id="audit-verification" className={styles.subtitle}>
        {t('audit.verification.title')}
      </h2>
      <div className={styles.bar}>
        <span role="status">{error || refused ? t('audit.verification.unreachable') : statusOf()}</span>
        <span className={styles.extra}>
          <Button type="primary" loading={starting || isRunning} onClick={() => void begin().catch(() => undefined)}>
            {t('audit.verification.begin')}
          </Button>
        </span>
      </div>
      {run && run.parts.length > 0 && (
        <AdminTable
          caption={t('audit.verification.title')}
          rows={run.parts}
          rowKey={({ part }) => part}
          columns={[
            { id: 'part', title: t('audit.verification.part'), render: ({ part }) => t(`audit.verification.parts.${part}`) },
            { id: 'count', title: t('audit.verification.count'), render: ({ count }) => count.toLocaleString(language) },
            {
              id: 'result',
              title: t('audit.verification.result'),
              render: ({ fault }) => (fault === null ? t('audit.verification.holds') : <strong>{fault}</strong>),
            },
          ]}
        />
      )}
      <h2 className={styles.subtitle}>{t('audit.anchors.title')}</h2>
      <p className={styles.help}>{t('audit.anchors.help')}</p>
      <AdminTable
        caption={t('audit.anchors.title')}
        rows={data?.auditAnchors ?? []}
        rowKey={({ day }) => day}
        columns={[
          { id: 'day', title: t('audit.anchors.day'), render: ({ day }) => day },
          { id: 'items', title: t('audit.anchors.itemEvents'), render: ({ itemEvents }) => itemEvents.toLocaleString(language) },
          { id: 'system', title: t('audit.anchors.systemEvents'), render: ({ systemEvents }) => systemEvents.toLocaleString(language) },
          { id: 'recordedAt', title: t('audit.recordedAt'), render: ({ recordedAt }) => at(recordedAt) },
          { id: 'hash', title: t('audit.anchors.hash'), render: ({ hash }) => <div className={styles.payload}>{hash}</div> },
        ]}
      />
    </section>
  );

  function statusOf(): string {
    if (!run) return t('audit.verification.never');
    if (run.endedAt === null) return t('audit.verification.running', { count: run.checked });
    if (run.failed) return t('audit.verification.failed');
    const told = { at: at(run.endedAt), by: run.startedBy };
    return run.isIntact ? t('audit.verification.intact', told) : t('audit.verification.broken', told);
  }
}
