import { readMonthlyNumber } from '@duban/rules/monthly-cells';
import { confirmedSuffix, reasonSuffix } from '@duban/rules/monthly-form';
import { Button, Checkbox } from 'antd';
import { type KeyboardEvent, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft-store.ts';
import { barId } from './grid-cell.tsx';
import type { GridLine } from './grid-model.ts';
import type { FormField } from './monthly-query.ts';
import styles from './monthly-report.module.css';
import { useMonthlyWords } from './words.ts';

type CellBarProps = {
  line: GridLine;
  field: FormField;
  draft: Draft;
  isReadOnly: boolean;
  /** Back into the cell. */
  onLeave(): void;
};

/** What there is to say of the active cell: what it asks, plan and last month, what is wrong and the way out of it, what another had written. */
export function CellBar({ line, field, draft, isReadOnly, onLeave }: CellBarProps) {
  const { t } = useTranslation('monthly-report');
  const { beside, problem: problemText, label, value: words } = useMonthlyWords();
  const { itemId, number } = line.row;
  const value = useSyncExternalStore(draft.subscribe, () => draft.get(itemId, field.key));
  const problem = useSyncExternalStore(draft.subscribe, () => draft.problemsOf(itemId).find((each) => each.field === field.key) ?? null);
  const note = useSyncExternalStore(draft.subscribe, () => draft.noteAt(itemId, field.key));
  const isOpen = !isReadOnly && field.type === 'NUMBER';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'text'))
      return;
    event.preventDefault();
    onLeave();
  };
  const answer = (takeTheirs: boolean) => {
    draft.answerNote(itemId, field.key, takeTheirs);
    onLeave();
  };
  const current = field.last !== null && field.type !== 'NUMBER' ? [t('current', { last: words(field, field.last) })] : [];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape from any control in it leads back
    <div className={styles.about} onKeyDown={onKeyDown}>
      <strong>{[number, line.title, label(field)].filter(Boolean).join(' · ')}</strong>
      <span id={barId} aria-live="polite">
        {problem && <span className={styles.warn}>{problemText(problem)} </span>}
        <span className={styles.saved}>{[...beside(field), ...current].join('　')}</span>
        {isOpen && (problem?.code === 'FELL' || problem?.code === 'ABOVE_TARGET') && <span className={styles.saved}> {t('toBar')}</span>}
      </span>
      {isOpen && <Reason key={`${itemId} ${field.key}`} itemId={itemId} field={field} draft={draft} isAsked={problem?.code === 'FELL'} />}
      {isOpen && value && (
        <Confirmation itemId={itemId} field={field} value={value} draft={draft} isAsked={problem?.code === 'ABOVE_TARGET'} />
      )}
      {note && !isReadOnly && (
        <span role="alert" className={styles.about}>
          <span>
            {t('overwritten', {
              who: note.editedBy ?? t('somebody'),
              value: note.value === '' ? t('emptied') : words(field, note.value ?? ''),
            })}
          </span>
          <Button size="small" onClick={() => answer(true)}>
            {t('takeTheirs')}
          </Button>
          <Button size="small" onClick={() => answer(false)}>
            {t('keepMine')}
          </Button>
        </span>
      )}
    </div>
  );
}

type CompanionProps = { itemId: string; field: FormField; draft: Draft; isAsked: boolean };

/** Why a cumulative figure fell. */
export function Reason({ itemId, field, draft, isAsked }: CompanionProps) {
  const { t } = useTranslation('monthly-report');
  const key = `${field.key}${reasonSuffix}`;
  const reason = useSyncExternalStore(draft.subscribe, () => draft.get(itemId, key));
  if (!isAsked && reason === null) return null;
  return (
    <label className={styles.acts}>
      {t('reason')}
      <input
        type="text"
        value={reason ?? ''}
        onChange={(event) => draft.change([{ itemId, field: key, value: event.target.value === '' ? null : event.target.value }])}
      />
    </label>
  );
}

/** That a figure far above its target was checked: it holds for that very figure. */
export function Confirmation({ itemId, field, value, draft, isAsked }: CompanionProps & { value: string }) {
  const { t } = useTranslation('monthly-report');
  const key = `${field.key}${confirmedSuffix}`;
  const confirmed = useSyncExternalStore(draft.subscribe, () => draft.get(itemId, key));
  const figure = readMonthlyNumber(value, field.unit);
  const isConfirmed = figure !== null && confirmed === String(figure);
  if (figure === null || (!isAsked && !isConfirmed)) return null;
  return (
    <Checkbox
      checked={isConfirmed}
      onChange={(event) => draft.change([{ itemId, field: key, value: event.target.checked ? String(figure) : null }])}
    >
      {t('confirm', { value: figure })}
    </Checkbox>
  );
}
