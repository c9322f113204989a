import { useBlocker } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

/** Asks before a begun entry is left: it stands nowhere but on this page. Leaving the site asks in the browser's own words. */
export function LeaveGuard({ isBegun }: { isBegun: boolean }) {
  const { t } = useTranslation('complaint-desk');
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: () => isBegun, enableBeforeUnload: () => isBegun, withResolver: true });
  return (
    <Modal
      open={status === 'blocked'}
      title={t('leave.title')}
      okText={t('leave.stay')}
      cancelText={t('leave.go')}
      onOk={() => reset?.()}
      onCancel={() => proceed?.()}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      <p>{t('leave.why')}</p>
    </Modal>
  );
}
