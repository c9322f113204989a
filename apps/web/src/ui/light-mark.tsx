import type { Light, LightRule } from '@duban/rules/vocabulary';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './light-mark.module.css';
import { LightShape, lightColour } from './light-shape.tsx';

type LightMarkProps = {
  light: Light;
  /** One sentence: why the light is what it is. Shown on hover and focus, or beside the mark. */
  why?: string | null | undefined;
  /** The rule that turned it, for the exact word: 逾期 or 滞后. */
  rule?: LightRule | null | undefined;
  /** Set when 督查室 changed the light: the light by the rules and the reason; both are shown. */
  override?: { computed: Light; reason: string } | null | undefined;
  /** Where `why` stands. */
  show?: 'hover' | 'inline';
};

/** A light: shape, word and colour together, with the reason at hand. */
export function LightMark({ light, why, rule, override, show = 'hover' }: LightMarkProps) {
  const { t } = useTranslation('terms');
  const word = light === 'RED' && (rule === 'OVERDUE' || rule === 'BEHIND_PLAN') ? t(`lightByRule.${rule}`) : t(`lights.${light}`);
  const reason = override ? t('lightOverridden', { light: t(`lights.${override.computed}`), why: override.reason }) : why;
  const mark = (
    <>
      <LightShape light={light} />
      <span>{word}</span>
      {override && (
        <span className={styles.computed}>
          <LightShape light={override.computed} size={8} />
        </span>
      )}
    </>
  );
  const style = { color: lightColour[light].ink };
  if (!reason) {
    return (
      <span className={styles.mark} style={style}>
        {mark}
      </span>
    );
  }
  if (show === 'inline') {
    return (
      <span className={styles.sentence}>
        <span className={styles.mark} style={style}>
          {mark}
        </span>
        <span className={styles.why}>{reason}</span>
      </span>
    );
  }
  return (
    <Tooltip title={reason} trigger={['hover', 'focus']} placement="topLeft">
      <button type="button" className={styles.button} style={style} aria-label={`${word}：${reason}`}>
        {mark}
      </button>
    </Tooltip>
  );
}
