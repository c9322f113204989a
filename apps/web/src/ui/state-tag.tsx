import { endedStates, type ItemState } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import styles from './state-tag.module.css';

const ended: readonly ItemState[] = endedStates;

/** An item's state as a word in a hairline. Never coloured: colour is for lights. */
export function StateTag({ state }: { state: ItemState }) {
  const { t } = useTranslation('terms');
  return <span className={ended.includes(state) ? styles.ended : styles.open}>{t(`states.${state}`)}</span>;
}
