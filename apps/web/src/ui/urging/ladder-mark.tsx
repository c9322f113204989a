import type { Rung } from '@duban/rules/urging';
import { useTranslation } from 'react-i18next';
import { colour } from '../tokens.ts';
import styles from './urging.module.css';

const cardColour: Partial<Record<Rung, string>> = { YELLOW_CARD: colour.yellow, RED_CARD: colour.red };

/** The highest rung that a part was urged at: bars for a reminder and an urge, a card for the cards, always with the word. */
export function LadderMark({ rung }: { rung: Rung | null | undefined }) {
  const { t } = useTranslation('urging');
  if (!rung) return null;
  const ink = cardColour[rung] ?? colour.ink3;
  return (
    <span className={styles.mark} style={{ color: cardColour[rung] ?? colour.ink2 }}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        {rung === 'REMINDER' && <rect x="4" y="5" width="2" height="5" fill={ink} />}
        {rung === 'URGE' && <path d="M2 5h2v5H2zM6 1h2v9H6z" fill={ink} />}
        {cardColour[rung] && <rect x="2" y="0.5" width="6" height="9" rx="1" fill={ink} />}
      </svg>
      {t(`rungs.${rung}`)}
    </span>
  );
}
