import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../ui/session.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { ownAnswerAddress } from './answer-address.ts';
import styles from './complaint-desk.module.css';
import type { Registration } from './desk-query.ts';
import { RegistrationDue } from './registration-due.tsx';
import { useChannels } from './use-words.ts';

type ReceiptProps = { registration: Registration; address: string | null; onClose: () => void };

/** 登记回执, printed again at any time: it holds neither query code nor secret, which are told once on the slip alone. */
export function Receipt({ registration, address, onClose }: ReceiptProps) {
  const { t } = useTranslation('complaint-desk');
  const { viewer } = useSession();
  const channels = useChannels();
  const print = useRef<HTMLButtonElement>(null);
  useEffect(() => print.current?.focus(), []);
  return (
    <div className={styles.result}>
      <section className={styles.slip} aria-labelledby="receipt">
        <h2 id="receipt">{t('own.receiptTitle')}</h2>
        <dl>
          <dt>{t('slip.number')}</dt>
          <dd className={styles.large}>{registration.number}</dd>
          <dt>{t('facts.receivedOn')}</dt>
          <dd>{registration.receivedOn}</dd>
          <dt>{t('entry.channel')}</dt>
          <dd>{channels.nameOf(registration.channel)}</dd>
          <dt>{t('own.state')}</dt>
          <dd>
            <StateTag state={registration.state} kind="COMPLAINT" />
          </dd>
          <dt>{t('own.due')}</dt>
          <dd>
            <RegistrationDue registration={registration} />
          </dd>
          <dt>{t('slip.where')}</dt>
          <dd>{address ?? ownAnswerAddress()}</dd>
          <dt>{t('own.office')}</dt>
          <dd>{viewer.unit.name}</dd>
        </dl>
        <p className={styles.faint}>{t('own.receiptNote')}</p>
      </section>
      <div className={`${styles.resultButtons} no-print`}>
        <Button onClick={onClose}>{t('own.back')}</Button>
        <Button ref={print} type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('own.print')}
        </Button>
      </div>
    </div>
  );
}
