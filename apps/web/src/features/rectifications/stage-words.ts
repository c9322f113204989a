import { useTranslation } from 'react-i18next';
import type { BoardStage } from './rectifications-query.ts';

type Told = Pick<BoardStage, 'stage' | 'plannedFrom' | 'plannedTo' | 'startedOn' | 'endedOn' | 'phase' | 'lateDays'>;

/** A stage in words: its name, planned and actual days, and whether it is late. */
export function useStageWords() {
  const { t } = useTranslation('rectifications');
  return {
    nameOf: ({ stage }: Pick<Told, 'stage'>) => t(`stages.${stage}`),
    plannedOf: ({ plannedFrom, plannedTo }: Told) => t('stage.planned', { from: plannedFrom, to: plannedTo }),
    actualOf: ({ startedOn, endedOn }: Told) => {
      if (!startedOn) return t('stage.ahead');
      return endedOn ? t('stage.actual', { from: startedOn, to: endedOn }) : t('stage.since', { from: startedOn });
    },
    /** Null where it is in time. */
    lateOf: ({ phase, lateDays }: Told) => (lateDays === 0 ? null : t(`stage.late${phase}`, { count: lateDays })),
  };
}
