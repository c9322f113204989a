import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import type { Attempt } from '../../ui/acts/act-draft.ts';
import { attemptFor } from '../../ui/acts/attempt.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import drawer from '../../ui/fields/drawer-form.module.css';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { useSession } from '../../ui/session.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHref } from '../../ui/use-href.ts';
import styles from './accountability.module.css';
import { RevokeAccountabilityDocument } from './accountability-acts.ts';
import { AccountabilityRecordDocument, type RecordDetail } from './accountability-query.ts';
import { PersonName } from './person-name.tsx';
import { RecordForm } from './record-form.tsx';
import { RegisterStory } from './record-story.tsx';
import { useRecordAct } from './use-record-act.ts';

type RecordDrawerProps = {
  number: string;
  /** The viewer may correct and revoke now. */
  keeps: boolean;
  onChanged: (act: 'corrected' | 'revoked', number: string) => void;
  onClose: () => void;
};

/** One record beside the register: what it says, its story, and for inspection its name and its forms. */
export function RecordDrawer({ number, keeps, onChanged, onClose }: RecordDrawerProps) {
  const { t } = useTranslation('accountability');
  const [correcting, setCorrecting] = useState(false);
  const { data, error, refetch } = useQuery(AccountabilityRecordDocument, { variables: { number }, fetchPolicy: 'cache-and-network' });
  const record = data?.accountability;
  if (record && correcting)
    return (
      <SideDrawer title={t('form.titleCorrect', { number })} onClose={() => setCorrecting(false)}>
        <RecordForm
          key={record.id}
          record={record}
          refresh={refetch}
          onDone={() => {
            setCorrecting(false);
            void refetch();
            onChanged('corrected', number);
          }}
          onClose={() => setCorrecting(false)}
        />
      </SideDrawer>
    );
  return (
    <SideDrawer title={number} onClose={onClose}>
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />}
      {!data && !error && (
        <div className={drawer.body}>
          <Skeleton rows={10} />
        </div>
      )}
      {data && !record && <EmptyState why={t('record.gone')} />}
      {record && (
        <RecordBody
          record={record}
          keeps={keeps && record.viewerCanChange}
          onCorrect={() => setCorrecting(true)}
          onRevoked={() => onChanged('revoked', number)}
          refresh={refetch}
        />
      )}
    </SideDrawer>
  );
}

type RecordBodyProps = {
  record: RecordDetail;
  keeps: boolean;
  onCorrect: () => void;
  onRevoked: () => void;
  refresh: () => Promise<unknown>;
};

function RecordBody({ record, keeps, onCorrect, onRevoked, refresh }: RecordBodyProps) {
  const { t } = useTranslation('accountability');
  const english = useLanguage() === 'en';
  const { viewer } = useSession();
  const client = useApolloClient();
  const act = useRecordAct();
  const href = useHref();
  const [revoking, setRevoking] = useState(false);
  const attempt = useRef<Attempt>(undefined);
  const revoke = async (reason: string) => {
    const { id, version } = record;
    attempt.current = attemptFor(JSON.stringify([id, version, reason]), attempt.current);
    const { requestId } = attempt.current;
    const outcome = await act('Accountability', async () => {
      const variables = { requestId, id, version, reason };
      const { data } = await client.mutate({ mutation: RevokeAccountabilityDocument, variables, fetchPolicy: 'no-cache' });
      return data?.answer;
    });
    if (!('done' in outcome)) {
      if (outcome.version === undefined) return outcome.problems;
      await refresh().catch(() => undefined);
      return { form: t('form.conflict') };
    }
    setRevoking(false);
    void refresh();
    onRevoked();
    return undefined;
  };
  const facts: [label: string, value: ReactNode][] = [
    [t('fields.unitId'), record.unitName],
    [
      t('fields.post'),
      <>
        {record.post} <span className={styles.faint}>{english ? record.postLevelNameEn : record.postLevelName}</span>
        {record.isAdministrativeHead && <span className={styles.head}>{t('columns.head')}</span>}
      </>,
    ],
    ...(viewer.accountability === 'KEEP'
      ? ([[t('record.name'), <PersonName key={record.id} record={record} />]] as [string, ReactNode][])
      : []),
    [t('fields.fact'), record.fact],
    [t('fields.rule'), record.rule],
    [t('fields.form'), <strong key="form">{english ? record.formNameEn : record.formName}</strong>],
    [t('fields.decidedBy'), record.decidedBy],
    [t('fields.decidedOn'), record.decidedOn],
    [t('record.effect'), record.effect],
    [t('fields.effectUntil'), record.effectUntil],
    [
      t('fields.itemId'),
      record.itemNumber && (
        <a href={href({ to: '/items/$number', params: { number: record.itemNumber } })}>
          {record.itemNumber} {record.itemTitle}
        </a>
      ),
    ],
    [t('record.enforcementRecord'), record.enforcementRecord],
    [t('record.source'), record.source],
  ];
  return (
    <div className={drawer.form}>
      <div className={drawer.body}>
        {record.isRevoked && (
          <p className={styles.notice}>{t('record.revoked', { day: record.revokedOn, reason: record.revokedReason })}</p>
        )}
        <dl className={styles.facts}>
          {facts
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        {record.isDemo && <p className={styles.faint}>{t('record.demo')}</p>}
        <h3>{t('record.story')}</h3>
        <RegisterStory events={record.events} />
      </div>
      {keeps && (
        <div className={drawer.foot}>
          {revoking ? (
            <ReasonForm
              help={t('help.reasonRevoke')}
              verb={t('acts.confirmRevoke')}
              isDanger
              submit={revoke}
              onClose={() => setRevoking(false)}
            />
          ) : (
            <div className={drawer.buttons}>
              <Button onClick={() => setRevoking(true)}>{t('acts.revoke')}</Button>
              <Button type="primary" onClick={onCorrect}>
                {t('acts.correct')}
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}
