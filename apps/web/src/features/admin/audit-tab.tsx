import { useSuspenseQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState, useTransition } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './admin.module.css';
import { AdminTable } from './admin-table.tsx';
import { AuditVerification } from './audit-verification.tsx';

const AdminAuditDocument = graphql(/* GraphQL */ `
  query AdminAudit($before: Int) {
    systemEvents(first: 50, before: $before) {
      sequence
      kind
      actorTitle
      address
      at
      recordedAt
      payload
    }
    systemChainCheck {
      count
      isIntact
      brokenAt
    }
  }
`);

const kinds = [
  'SIGN_IN',
  'SIGN_IN_REFUSED',
  'SIGN_OUT',
  'PASSWORD_CHANGED',
  'SESSION_REVOKED',
  'SET_UP',
  'ADMINISTRATION',
  'COMPLAINANT_REVEALED',
  'RAISER_REVEALED',
  'ACCOUNTABILITY',
  'ACCOUNTABLE_PERSON_REVEALED',
  'RECTIFICATION',
  'VISIT',
  'CONTACT_POINT',
  'EXPORT',
] as const;

/** The system chain, read-only, and whether it holds. */
export function AuditTab() {
  const { t } = useTranslation(['admin', 'tables']);
  const language = useLanguage();
  const [before, setBefore] = useState<number | null>(null);
  const [pending, startTransition] = useTransition();
  const { data } = useSuspenseQuery(AdminAuditDocument, { variables: { before }, fetchPolicy: 'cache-and-network' });
  const { systemChainCheck: check, systemEvents: events } = data;
  const turnTo = (sequence: number | null) => startTransition(() => setBefore(sequence));
  const nameOf = (kind: string) => {
    const known = kinds.find((one) => one === kind);
    return known ? t(`audit.kinds.${known}`) : kind;
  };
  const last = events.at(-1)?.sequence ?? 1;
  return (
    <>
      <AuditVerification />
      <h2 className={styles.subtitle}>{t('audit.systemChain')}</h2>
      <p className={styles.check} role="status">
        {check.isIntact ? t('audit.intact', { count: check.count }) : t('audit.broken', { sequence: check.brokenAt })}
      </p>
      <AdminTable
        caption={t('tabs.audit')}
        rows={events}
        rowKey={({ sequence }) => String(sequence)}
        columns={[
          { id: 'sequence', title: t('audit.sequence'), render: ({ sequence }) => sequence },
          { id: 'at', title: t('audit.recordedAt'), render: ({ recordedAt }) => new Date(recordedAt).toLocaleString(language) },
          { id: 'kind', title: t('audit.kind'), render: ({ kind }) => nameOf(kind) },
          { id: 'actor', title: t('audit.actor'), render: ({ actorTitle }) => actorTitle },
          { id: 'address', title: t('audit.address'), render: ({ address }) => address ?? '—' },
          {
            id: 'payload',
            title: t('audit.payload'),
            render: ({ payload }) => <div className={styles.payload}>{payload === '{}' ? '—' : payload}</div>,
          },
        ]}
        extra={
          <>
            <Button disabled={before === null} onClick={() => turnTo(null)}>
              {t('audit.newest')}
            </Button>
            <Button disabled={last <= 1} loading={pending} onClick={() => turnTo(last)}>
              {t('audit.older')}
            </Button>
          </>
        }
      />
    </>
  );
}
