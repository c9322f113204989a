import { useTranslation } from 'react-i18next';
import { useActAnswer } from '../../ui/acts/use-act-answer.ts';

/** Reads the answers of the room's mutations, in its words. */
export function useBoardAct() {
  const { t } = useTranslation('rectifications');
  return useActAnswer({
    problem: (code, message) => t(`problemsOf.${code}` as 'problemsOf.REQUIRED', { defaultValue: message }),
    refusal: ({ code }) => t(code === 'NOTHING_CHANGED' ? 'refusals.NOTHING_CHANGED' : 'refusals.notFound'),
  });
}
