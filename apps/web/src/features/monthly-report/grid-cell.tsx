import { memo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { CellControl } from './cell-control.tsx';
import type { Draft } from './draft-store.ts';
import type { GridActions } from './grid-actions.ts';
import type { GridLine } from './grid-model.ts';
import type { FormField } from './monthly-query.ts';
import styles from './monthly-report.module.css';
import { useMonthlyWords } from './words.ts';

/** Id of the words that tell of the active cell: plan, last month, what is wrong. */
export const barId = 'monthly-cell-words';

type GridCellProps = {
  line: GridLine;
  field: FormField | null;
  lineIndex: number;
  column: number;
  isActive: boolean;
  isInBlock: boolean;
  isReadOnly: boolean;
  periodOn: string;
  draft: Draft;
  actions: GridActions;
};

export const GridCell = memo(function GridCell({ field, column, ...props }: GridCellProps) {
  if (field) return <AskedCell {...props} field={field} column={column} />;
  return <td aria-colindex={column + 2} className={styles.none} />;
});

/** One cell: the value, or in grey what stands when it is left; plan and last month beneath it. */
function AskedCell({
  line,
  field,
  lineIndex,
  column,
  isActive,
  isInBlock,
  isReadOnly,
  periodOn,
  draft,
  actions,
}: GridCellProps & { field: FormField }) {
  const { t } = useTranslation('monthly-report');
  const { value: words, beside, problem: problemText, cell } = useMonthlyWords();
  const { itemId } = line.row;
  const value = useSyncExternalStore(draft.subscribe, () => draft.get(itemId, field.key));
  const problem = useSyncExternalStore(draft.subscribe, () => draft.problemsOf(itemId).find((each) => each.field === field.key) ?? null);
  const note = useSyncExternalStore(draft.subscribe, () => draft.noteAt(itemId, field.key));
  // What merely hasn't been filled in yet isn't wrong yet.
  const isWrong = problem !== null && problem.code !== 'REQUIRED';
  const place = { line: lineIndex, column };
  const look = [styles.cell, isInBlock && styles.block, isActive && styles.active, isWrong && styles.wrong, note && styles.noted];
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid (ARIA practices)
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={isInBlock}
      className={look.filter(Boolean).join(' ')}
      data-type={field.type}
      tabIndex={isActive && isReadOnly ? 0 : undefined}
      aria-label={isActive && isReadOnly ? cell(line, field) : undefined}
      onKeyDown={isReadOnly ? (event) => actions.move(event) && event.preventDefault() : undefined}
      onMouseDown={(event) => {
        if (isActive) return;
        event.preventDefault();
        actions.goTo(place, { extend: event.shiftKey });
      }}
    >
      <span className={styles.value}>
        {isActive && !isReadOnly ? (
          <CellControl
            line={line}
            field={field}
            value={value}
            isWrong={isWrong}
            periodOn={periodOn}
            draft={draft}
            actions={actions}
            describedBy={barId}
          />
        ) : (
          <Shown
            value={value === null ? null : words(field, value)}
            fallback={field.known ?? field.last}
            words={(text) => words(field, text)}
          />
        )}
        {field.unit && <span className={styles.unit}>{field.unit}</span>}
      </span>
      <span className={isWrong ? styles.problem : styles.beside}>
        {isWrong && problem ? problemText(problem) : beside(field).join('　')}
        {problem?.code === 'REQUIRED' && <span className={styles.required}>*</span>}
        {note && <VisuallyHidden>{t('overwritten', { who: note.editedBy ?? t('somebody'), value: note.value ?? '' })}</VisuallyHidden>}
      </span>
    </td>
  );
}

function Shown({ value, fallback, words }: { value: string | null; fallback: string | null; words: (text: string) => string }) {
  const { t } = useTranslation('monthly-report');
  if (value === '') return <span className={styles.faint}>{t('emptied')}</span>;
  if (value !== null) return <span className={styles.text}>{value}</span>;
  return <span className={styles.faint}>{fallback === null ? '' : words(fallback)}</span>;
}
