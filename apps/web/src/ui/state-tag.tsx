import { endedStates, type ItemKind, type ItemState } from '@duban/rules/vocabulary';
import styles from './state-tag.module.css';
import { useStateWord } from './use-state-word.ts';

const ended: readonly ItemState[] = endedStates;

/** An item's state as a word in a hairline. Never coloured: colour is for lights. */
export function StateTag({ state, kind }: { state: ItemState; kind?: ItemKind }) {
  const word = useStateWord();
  return <span className={ended.includes(state) ? styles.ended : styles.open}>{word(state, kind)}</span>;
}
