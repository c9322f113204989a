import { useState } from 'preact/hooks';
import { Page } from '../app/page.tsx';
import { go, href } from '../app/router.ts';
import { formatDay } from '../i18n/format.ts';
import { type TextKey, useTexts } from '../i18n/i18n.ts';
import { copyText } from '../ui/copy-text.ts';
import { Notice } from '../ui/notice.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { forgetSubmission, type Receipt, useSubmission } from './submission.ts';

/** The complaint is registered: its code, once. */
export function DonePage() {
  const { t } = useTexts();
  const { receipt } = useSubmission();
  if (receipt) return <ReceiptPage receipt={receipt} />;
  return (
    <Page title={t('done.code')}>
      <p>{t('done.missing')}</p>
      <p>
        <a href={href('/answer')}>{t('done.answer')}</a>
      </p>
    </Page>
  );
}

function ReceiptPage({ receipt }: { receipt: Receipt }) {
  const { t, language } = useTexts();
  const [said, say] = useState<TextKey | null>(null);
  const leave = () => {
    go('/');
    forgetSubmission();
  };
  return (
    <Page title={t('done.title')}>
      <div class="receipt">
        <p>{t('done.code')}</p>
        <p class="code">{receipt.code}</p>
        <div class="buttons no-print">
          <button type="button" class="second" onClick={() => say(copyText(receipt.code) ? 'done.copied' : 'done.notCopied')}>
            {t('done.copy')}
          </button>
          <PrintButton label={t('done.print')} />
        </div>
        <p role="status">{said && t(said)}</p>
      </div>
      <Notice kind="warn" title={t('done.warnTitle')}>
        <p>{t('done.warn')}</p>
      </Notice>
      <dl class="facts">
        <div>
          <dt>{t('done.receivedOn')}</dt>
          <dd>{formatDay(language, receipt.receivedOn)}</dd>
        </div>
        {receipt.acceptBy && (
          <div>
            <dt>{t('done.acceptBy')}</dt>
            <dd>{formatDay(language, receipt.acceptBy)}</dd>
          </div>
        )}
      </dl>
      <div class="buttons no-print">
        <button type="button" onClick={leave}>
          {t('done.leave')}
        </button>
        <a href={href('/answer')}>{t('done.answer')}</a>
      </div>
    </Page>
  );
}
