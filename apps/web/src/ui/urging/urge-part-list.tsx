import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { LadderMark } from './ladder-mark.tsx';
import styles from './urging.module.css';
import type { PartRungs } from './use-rungs.ts';

/** A part to urge, as the page knows it. */
export type UrgePart = { itemId: string; partId: string; version: number; number: string; title: string; unit: string };

/** What the server said of a part that was sent. */
export type Told = { code: string | null; slipNumber: string | null; message: string | null };

type UrgePartListProps = {
  parts: readonly UrgePart[];
  known: ReadonlyMap<string, PartRungs>;
  told: ReadonlyMap<string, Told>;
  leftOut: readonly string[];
  onLeaveOut: (partIds: readonly string[]) => void;
};

/** The parts to urge: each with its ladder, why a rung is closed, and what became of it; of many, some can be left out. */
export function UrgePartList({ parts, known, told, leftOut, onLeaveOut }: UrgePartListProps) {
  const { t } = useTranslation('urging');
  return (
    <ul className={styles.parts} aria-label={t('form.parts')}>
      {parts.map(({ partId, number, title, unit }) => {
        const answer = told.get(partId);
        const closed = known.get(partId)?.states.filter(({ isOpen }) => !isOpen) ?? [];
        const name = (
          <>
            {unit} · {number} {title} <LadderMark rung={known.get(partId)?.highest} />
          </>
        );
        return (
          <li key={partId}>
            {parts.length > 1 && !answer?.slipNumber ? (
              <Checkbox
                checked={!leftOut.includes(partId)}
                onChange={({ target }) => {
                  onLeaveOut(target.checked ? leftOut.filter((other) => other !== partId) : [...leftOut, partId]);
                }}
              >
                {name}
              </Checkbox>
            ) : (
              <div>{name}</div>
            )}
            {!known.has(partId) && <div className={styles.faint}>{t('refusals.NOT_FOUND')}</div>}
            {closed.map((state) => (
              <div key={state.rung} className={styles.faint}>
                {t('form.closed', { rung: t(`rungs.${state.rung}`), why: t(`refusals.${state.refusal}` as 'refusals.NOT_UNDER_WAY') })}
              </div>
            ))}
            {answer && (
              <div role="status">
                {answer.slipNumber
                  ? t('form.done', { number: answer.slipNumber })
                  : t(`refusals.${answer.code}` as 'refusals.CONFLICT', { defaultValue: answer.message ?? '' })}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
