import { useTranslation } from 'react-i18next';
import { useActAnswer } from '../../ui/acts/use-act-answer.ts';

/** Reads the answers of the register's mutations, in its words. */
export function useRecordAct() {
  const { t } = useTranslation('accountability');
  return useActAnswer({
    problem: (code, message) => t(`problems.${code}` as 'problems.REQUIRED', { defaultValue: message }),
    refusal: ({ code }) => (code === 'REVOKED' || code === 'NOTHING_CHANGED' ? t(`refusals.${code}`) : t('refusals.notFound')),
  });
}
