import type { Day } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { DayText } from '../../ui/day-text.tsx';
import { useSession } from '../../ui/session.ts';

/** Last day for the decision, with a word when it is today or past: what is not taken on yet has no light. */
export function DecisionDay({ day }: { day: Day | null | undefined }) {
  const { t } = useTranslation('complaint-desk');
  const { today } = useSession().campaign;
  return (
    <>
      <DayText day={day} /> {day && day <= today && <strong>{t(day < today ? 'counts.late' : 'counts.today')}</strong>}
    </>
  );
}
