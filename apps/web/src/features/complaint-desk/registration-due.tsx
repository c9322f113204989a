import { useTranslation } from 'react-i18next';
import type { Registration } from './desk-query.ts';

/** The day that is waited for next: of the decision, then of the answer. */
export function RegistrationDue({ registration: { acceptDueOn, answerDueOn, isOnTheSpot } }: { registration: Registration }) {
  const { t } = useTranslation('complaint-desk');
  if (acceptDueOn) return t('own.acceptBy', { day: acceptDueOn });
  if (answerDueOn) return t('own.answerBy', { day: answerDueOn });
  return isOnTheSpot ? t('own.onTheSpot') : '—';
}
