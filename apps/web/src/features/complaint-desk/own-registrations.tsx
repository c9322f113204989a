import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import desk from './complaint-desk.module.css';
import { OwnRegistrationsDocument, type Registration } from './desk-query.ts';
import styles from './own-registrations.module.css';
import { Receipt } from './receipt.tsx';
import { RegistrationDue } from './registration-due.tsx';
import { useChannels } from './use-words.ts';

const periods = ['TODAY', 'THIS_MONTH'] as const;
type Period = (typeof periods)[number];

type OwnRegistrationsProps = {
  /** Number of the complaint whose receipt is shown. */
  receipt: string | null;
  onReceipt: (number: string | null) => void;
};

/** 我登记的投诉: how far each has come, so that whoever calls can be told. Nothing of who complained or what was said. */
export function OwnRegistrations({ receipt, onReceipt }: OwnRegistrationsProps) {
  const { t } = useTranslation('complaint-desk');
  const { asOf } = useSession();
  const [period, setPeriod] = useState<Period>('TODAY');
  const { data, previousData, error, refetch } = useQuery(OwnRegistrationsDocument, {
    variables: { period },
    fetchPolicy: 'cache-and-network',
  });
  const own = (data ?? previousData)?.ownComplaintRegistrations;
  const counts = { TODAY: own?.today, THIS_MONTH: own?.thisMonth };
  const shown = own?.registrations.find(({ number }) => number === receipt);
  const rest = own ? (counts[period] ?? 0) - own.registrations.length : 0;
  // Alone on its paper: without the list's head.
  if (shown) return <Receipt registration={shown} address={own?.answerAddress ?? null} onClose={() => onReceipt(null)} />;
  return (
    <Panel id="own-registrations" title={t('own.title')} asOf={asOf} chart={false}>
      {error && !own && <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />}
      {!own && !error && <Skeleton rows={4} height={140} />}
      {own && (
        <fieldset className={`${desk.counts} no-print`}>
          <legend className="visually-hidden">{t('own.period')}</legend>
          {periods.map((one) => (
            <button key={one} type="button" className={desk.count} aria-pressed={period === one} onClick={() => setPeriod(one)}>
              <span className={desk.countWord}>{t(`own.periods.${one}`)}</span>
              <span className={desk.figure}>{counts[one]}</span>
            </button>
          ))}
        </fieldset>
      )}
      {own && own.registrations.length === 0 && <EmptyState why={t(`own.none.${period}`)} />}
      {own && own.registrations.length > 0 && (
        <div aria-busy={!data}>
          <Lines registrations={own.registrations} onReceipt={onReceipt} />
          {data && rest > 0 && <p className={styles.faint}>{t('own.rest', { count: rest })}</p>}
        </div>
      )}
    </Panel>
  );
}

function Lines({ registrations, onReceipt }: { registrations: readonly Registration[]; onReceipt: (number: string) => void }) {
  const { t } = useTranslation('complaint-desk');
  const channels = useChannels();
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('own.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('slip.number')}</th>
          <th scope="col">{t('own.state')}</th>
          <th scope="col">{t('own.due')}</th>
          <th scope="col" className="no-print">
            <span className="visually-hidden">{t('own.receipt')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {registrations.map((registration) => (
          <tr key={registration.number}>
            <th scope="row">
              <span className={styles.number}>{registration.number}</span>
              <span className={styles.faint}>{[registration.receivedOn, channels.nameOf(registration.channel)].join(' · ')}</span>
            </th>
            <td>
              <StateTag state={registration.state} kind="COMPLAINT" />
            </td>
            <td>
              <RegistrationDue registration={registration} />
            </td>
            <td className={`${styles.act} no-print`}>
              <Button
                size="small"
                aria-label={t('own.receiptOf', { number: registration.number })}
                onClick={() => onReceipt(registration.number)}
              >
                {t('own.receipt')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
