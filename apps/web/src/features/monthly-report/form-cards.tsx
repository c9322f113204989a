import { rectificationClasses } from '@duban/rules/vocabulary';
import { useId, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirmation, Reason } from './cell-bar.tsx';
import type { Draft } from './draft-store.ts';
import { type GridLine, type GridSection, typedValue } from './grid-model.ts';
import type { FormField } from './monthly-query.ts';
import styles from './monthly-report.module.css';
import { RowLight } from './row-light.tsx';
import { useMonthlyWords } from './words.ts';

type FormCardsProps = { sections: readonly GridSection[]; draft: Draft; isReadOnly: boolean; showsAfter: boolean };

/** The form on a phone: one item a card, one question beneath the other. */
export function FormCards({ sections, draft, isReadOnly, showsAfter }: FormCardsProps) {
  const { t } = useTranslation('monthly-report');
  const lines = sections.flatMap((section) => section.lines);
  const items = lines.filter(({ title }) => title === null);
  return (
    <ul className={styles.cards}>
      {items.map(({ id, row }) => (
        <li key={id} className={styles.card}>
          <div>
            <span className={styles.number}>{row.number}</span>{' '}
            {row.duty === 'ASSIST' && <span className={styles.duty}>{t('assisting')}</span>}
          </div>
          <h2>{row.title}</h2>
          <RowLight row={row} showsAfter={showsAfter} />
          {lines
            .filter((line) => line.row === row && line.cells.some(Boolean))
            .map((line) => (
              <fieldset key={line.id} disabled={isReadOnly}>
                {line.title && <legend>{line.title}</legend>}
                {line.cells.map((field) => field && <Question key={field.key} line={line} field={field} draft={draft} />)}
              </fieldset>
            ))}
        </li>
      ))}
    </ul>
  );
}

function Question({ line, field, draft }: { line: GridLine; field: FormField; draft: Draft }) {
  const { t } = useTranslation('monthly-report');
  const { label, beside, problem: problemText, value: words } = useMonthlyWords();
  const { itemId } = line.row;
  const id = useId();
  const value = useSyncExternalStore(draft.subscribe, () => draft.get(itemId, field.key));
  const problem = useSyncExternalStore(draft.subscribe, () => draft.problemsOf(itemId).find((each) => each.field === field.key) ?? null);
  const change = (text: string) => draft.change([{ itemId, field: field.key, value: typedValue(field, text) }]);
  const isWrong = problem !== null && problem.code !== 'REQUIRED';
  const shared = { id, 'aria-describedby': `${id}-beside`, 'aria-invalid': isWrong, value: value ?? '' };
  const placeholder = value === '' ? t('emptied') : (field.known ?? field.last ?? '');
  return (
    <div className={styles.question}>
      <label htmlFor={id}>{label(field)}</label>
      {field.type === 'CLASS' ? (
        <select {...shared} onChange={(event) => change(event.target.value)}>
          <option value="">{field.last === null ? '' : t('sameAsLast', { last: words(field, field.last) })}</option>
          {rectificationClasses.map((each) => (
            <option key={each} value={each}>
              {t(`classes.${each}`)}
            </option>
          ))}
        </select>
      ) : field.type === 'TEXT' ? (
        <textarea {...shared} rows={2} placeholder={placeholder} onChange={(event) => change(event.target.value)} />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={field.type === 'NUMBER' ? 'decimal' : 'text'}
          placeholder={placeholder}
          onChange={(event) => change(event.target.value)}
        />
      )}
      <span id={`${id}-beside`} className={styles.beside}>
        {problem && <span className={styles.problem}>{problemText(problem)} </span>}
        {beside(field).join('　')}
      </span>
      {field.type === 'NUMBER' && <Reason itemId={itemId} field={field} draft={draft} isAsked={problem?.code === 'FELL'} />}
      {field.type === 'NUMBER' && value && (
        <Confirmation itemId={itemId} field={field} value={value} draft={draft} isAsked={problem?.code === 'ABOVE_TARGET'} />
      )}
    </div>
  );
}
