import { useTranslation } from 'react-i18next';
import { useActAnswer } from '../../ui/acts/use-act-answer.ts';

/** Reads the answers of the room's mutations, in its words. */
export function useProblemAct() {
  const { t } = useTranslation('public-problems');
  return useActAnswer({
    problem: (code, message) => t(`problems.${code}` as 'problems.REQUIRED', { defaultValue: message }),
    refusal: ({ message }) => message ?? t('problems.notFound'),
  });
}
