import type { ItemKind, ItemState } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';

/** Names a state; a complaint in DRAFT is no draft but waits for the decision whether it is taken on. */
export function useStateWord(): (state: ItemState, kind?: ItemKind) => string {
  const { t } = useTranslation('terms');
  return (state, kind) => (kind === 'COMPLAINT' && state === 'DRAFT' ? t('complaintDraft') : t(`states.${state}`));
}
