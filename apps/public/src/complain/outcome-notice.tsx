import { formatWait } from '../i18n/format.ts';
import { useTexts } from '../i18n/i18n.ts';
import { Notice } from '../ui/notice.tsx';
import type { Outcome } from './submission.ts';

/** Why the complaint is not registered, or not known to be, in true words; what is kept, and what to do. */
export function OutcomeNotice({ outcome }: { outcome: Outcome }) {
  const { t } = useTexts();
  switch (outcome.kind) {
    case 'NOT_SENT':
      return (
        <Notice kind="warn" title={t('send.notSentTitle')} takesFocus>
          <p>{t('send.notSent')}</p>
        </Notice>
      );
    case 'REFUSED':
      return (
        <Notice kind="warn" title={t('send.refusedTitle')} takesFocus>
          {outcome.message && <p lang="zh-CN">{outcome.message}</p>}
          <p>{t('send.refused')}</p>
        </Notice>
      );
    case 'BUSY':
      return (
        <Notice kind="warn" title={t('send.busyTitle')} takesFocus>
          <p>{outcome.wait ? t('send.busy', { wait: formatWait(t, outcome.wait) }) : t('send.busyPlain')}</p>
        </Notice>
      );
    case 'EXPIRED':
      return (
        <Notice kind="warn" title={t('send.refusedTitle')} takesFocus>
          <p>{t('send.expired')}</p>
        </Notice>
      );
    case 'UNSURE':
      return (
        <Notice kind="warn" title={t('send.unsureTitle')} takesFocus>
          <p>{t('send.unsure')}</p>
          <p>{t('send.unsureAgain')}</p>
          {outcome.message && (
            <p class="hint" lang="zh-CN">
              {outcome.message}
            </p>
          )}
        </Notice>
      );
  }
}
