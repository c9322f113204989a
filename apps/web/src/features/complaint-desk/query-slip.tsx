import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterComplaintMutation } from '../../gql/graphql.ts';
import { useSession } from '../../ui/session.ts';
import { useHref } from '../../ui/use-href.ts';
import { ownAnswerAddress } from './answer-address.ts';
import styles from './complaint-desk.module.css';

export type Registered = Extract<RegisterComplaintMutation['registerComplaint'], { __typename: 'ComplaintRegistered' }> & {
  isOnTheSpot: boolean;
};

/** 查询凭条: number, query code and secret, once, to read out or to print. Nothing of it is kept here. */
export function QuerySlip({ registered, onNext }: { registered: Registered; onNext: () => void }) {
  const { t } = useTranslation('complaint-desk');
  const { viewer, campaign } = useSession();
  const href = useHref();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus({ preventScroll: true }), []);
  const { number, code, secret, acceptDueOn, answerAddress, isOnTheSpot } = registered;
  return (
    <div className={styles.result}>
      <p role="status" className="no-print">
        {t(isOnTheSpot ? 'slip.doneOnTheSpot' : 'slip.done', { number })}
        {viewer.role === 'INSPECTION' && (
          <>
            {' '}
            <a href={href({ to: '/items/$number', params: { number } })}>{t('slip.open')}</a>
          </>
        )}
      </p>
      <section className={styles.slip} aria-labelledby="query-slip">
        <h2 id="query-slip">{t('slip.title')}</h2>
        <dl>
          <dt>{t('slip.number')}</dt>
          <dd>{number}</dd>
          <dt>{t('slip.code')}</dt>
          <dd className={styles.large}>{code}</dd>
          <dt>{t('slip.secret')}</dt>
          <dd className={secret ? styles.large : undefined}>{secret || t('slip.noSecret')}</dd>
          <dt>{t('slip.where')}</dt>
          <dd>{answerAddress ?? ownAnswerAddress()}</dd>
          <dt>{t('slip.registered')}</dt>
          <dd>
            {campaign.today} {viewer.unit.name}
          </dd>
          {acceptDueOn && (
            <>
              <dt>{t('slip.acceptBy')}</dt>
              <dd>{acceptDueOn}</dd>
            </>
          )}
        </dl>
        <p className={styles.faint}>{t('slip.keep')}</p>
      </section>
      <p className={`${styles.once} no-print`}>{t('slip.once')}</p>
      <div className={`${styles.resultButtons} no-print`}>
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('slip.print')}
        </Button>
        <Button ref={next} type="primary" onClick={onNext}>
          {t('slip.next')}
        </Button>
      </div>
    </div>
  );
}
