import { useTranslation } from 'react-i18next';
import type { OpennessItem } from './openness-query.ts';

/** 公开属性 and verdict of a work in one phrase: 主动公开，待审核. */
export function useOpennessWords() {
  const { t } = useTranslation('openness');
  return ({ openness: state }: Pick<OpennessItem, 'openness'>): string => {
    if (!state) return t('notSet');
    const verdict = state.isTextChanged ? t('textChanged') : t(`verdicts.${state.verdict ?? 'WAITING'}`);
    return t('stands', { openness: t(`opennesses.${state.openness}`), verdict });
  };
}
