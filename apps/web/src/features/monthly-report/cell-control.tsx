import { readMonthlyDay } from '@duban/rules/monthly-cells';
import { rectificationClasses } from '@duban/rules/vocabulary';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellValue, Draft } from './draft-store.ts';
import type { GridActions } from './grid-actions.ts';
import { type GridLine, typedValue } from './grid-model.ts';
import type { FormField } from './monthly-query.ts';
import styles from './monthly-report.module.css';
import { useMonthlyWords } from './words.ts';

type CellControlProps = {
  line: GridLine;
  field: FormField;
  value: CellValue;
  isWrong: boolean;
  periodOn: string;
  draft: Draft;
  actions: GridActions;
  describedBy: string;
};

/** READY: keys move, typing replaces. TYPING: began by typing, arrows still move. EDITING: by F2 or a click, arrows move the caret. */
type Mode = 'READY' | 'TYPING' | 'EDITING';

/** The control of the cell that the person is in: it has the focus even before it is edited, so that an input method composes in it. */
export function CellControl({ line, field, value, isWrong, periodOn, draft, actions, describedBy }: CellControlProps) {
  const { t } = useTranslation('monthly-report');
  const { value: words, cell } = useMonthlyWords();
  const [mode, setMode] = useState<Mode>('READY');
  const before = useRef<CellValue>(null);
  const control = useRef<HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement>(null);
  const id = { itemId: line.row.itemId, field: field.key };

  useEffect(() => {
    if (!actions.wantsFocus()) return;
    control.current?.focus({ preventScroll: true });
    control.current?.select?.();
    control.current?.closest('td')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [actions]);

  const begin = (next: Mode) => {
    if (mode === 'READY') before.current = value;
    setMode(next);
  };
  const settle = (isKept: boolean) => {
    if (mode === 'READY') return;
    const typed = draft.get(id.itemId, id.field);
    const day = field.type === 'DAY' && typed && isKept ? readMonthlyDay(typed, periodOn) : null;
    if (day && day !== typed) draft.type({ ...id, value: day });
    draft.settle(id, before.current, isKept);
    setMode('READY');
  };
  const typed = (text: string) => {
    if (mode === 'READY') begin('TYPING');
    draft.type({ ...id, value: typedValue(field, text) });
  };
  const choose = (text: string) => draft.change([{ ...id, value: text === '' ? null : text }]);

  const edit = () => {
    begin('EDITING');
    const { current } = control;
    if (field.type === 'CLASS') current?.showPicker?.();
    else current?.setSelectionRange(current.value.length, current.value.length);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const done = (...acts: (() => void)[]) => {
      event.preventDefault();
      for (const act of acts) act();
    };
    const keepTyped = () => settle(true);
    const letter = isCommand ? event.key.toLowerCase() : '';
    if (letter === 'z') return done(keepTyped, event.shiftKey ? actions.redo : actions.undo);
    if (letter === 'y') return done(keepTyped, actions.redo);
    if (event.altKey && event.key === 'Enter') return done(keepTyped, actions.toBar);
    if (event.key === 'F8') return done(keepTyped, actions.nextProblem);
    if (event.key === 'F2') return done(edit);
    if (event.key === 'Escape')
      return done(
        () => settle(false),
        actions.collapse,
        () => control.current?.select?.(),
      );
    if ((event.key === 'Delete' || event.key === 'Backspace') && mode === 'READY') return done(actions.clearBlock);
    const nth = ['1', '2', '3'].indexOf(event.key);
    if (field.type === 'CLASS' && nth >= 0 && !isCommand) return done(() => choose(rectificationClasses[nth]!));
    const isCaret = event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End';
    if (mode === 'EDITING' && field.type !== 'CLASS' && isCaret) return;
    if (field.type === 'CLASS' && event.altKey && event.key === 'ArrowDown') return;
    if (actions.move(event)) {
      event.preventDefault();
      settle(true);
    }
  };
  // What is pasted into a cell that is being edited is text; everything else is a block, which the grid takes.
  const onClipboard = (event: ClipboardEvent) => {
    const text = event.type === 'paste' ? event.clipboardData.getData('text/plain') : '';
    if (mode === 'EDITING' && !/[\t\n]/.test(text.trim())) event.stopPropagation();
  };
  const shared = {
    ref: control,
    className: mode === 'EDITING' && field.type === 'TEXT' ? styles.tall : styles.control,
    'aria-label': cell(line, field),
    'aria-describedby': describedBy,
    'aria-invalid': isWrong,
    onKeyDown,
    onBlur: () => settle(true),
    onPaste: onClipboard,
    onCopy: onClipboard,
  };
  const same = field.last === null ? '' : t('sameAsLast', { last: words(field, field.last) });
  if (field.type === 'CLASS') {
    const isOther = value !== null && value !== '' && !(rectificationClasses as readonly string[]).includes(value);
    return (
      <select {...shared} value={value ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{same}</option>
        {rectificationClasses.map((each) => (
          <option key={each} value={each}>
            {t(`classes.${each}`)}
          </option>
        ))}
        {isOther && <option value={value}>{value}</option>}
      </select>
    );
  }
  const text = {
    ...shared,
    value: value ?? '',
    placeholder: value === '' ? t('emptied') : (field.known ?? field.last ?? ''),
    onClick: () => mode === 'READY' && document.activeElement === control.current && begin('EDITING'),
  };
  return field.type === 'TEXT' ? (
    <textarea {...text} rows={mode === 'EDITING' ? 4 : 1} onChange={(event) => typed(event.target.value)} />
  ) : (
    <input
      {...text}
      type="text"
      inputMode={field.type === 'NUMBER' ? 'decimal' : 'text'}
      autoComplete="off"
      onChange={(event) => typed(event.target.value)}
    />
  );
}
