import { openEnded } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session.ts';
import { WorkingDayField } from '../working-day-field/working-day-field.tsx';
import type { ControlProps } from './act-fields.tsx';

/** The day of an act. An extension counts from the limit that it moves. */
export function DayField({ field, id, describedBy, isWrong, value, onChange, part }: ControlProps) {
  const { t } = useTranslation('acts');
  const { today } = useSession().campaign;
  const isExtension = field.words === 'extendTo' && part && part.dueOn !== openEnded;
  return (
    <WorkingDayField
      id={id}
      describedBy={describedBy}
      isWrong={isWrong}
      value={typeof value === 'string' && value ? value : null}
      onChange={onChange}
      isPast={field.kind === 'pastDay'}
      base={isExtension && part.dueOn > today ? part.dueOn : today}
      note={isExtension ? t('limitNow', { day: part.dueOn }) : null}
    />
  );
}
