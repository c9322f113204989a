import type { TFunction } from 'i18next';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CellBar } from './cell-bar.tsx';
import type { Draft } from './draft-store.ts';
import type { GridSection, Pasted } from './grid-model.ts';
import { MonthlyGrid } from './monthly-grid.tsx';
import type { MonthlyForm } from './monthly-query.ts';
import styles from './monthly-report.module.css';
import { useGrid } from './use-grid.ts';

type GridWithBarProps = {
  sections: readonly GridSection[];
  draft: Draft;
  form: MonthlyForm;
  isReadOnly: boolean;
  showsAfter: boolean;
  saveWords: ReactNode;
  actsWith(onNext: () => void): ReactNode;
};

/** The grid, and beneath it the bar that tells of the active cell, of what was pasted and of the draft, and holds the acts. */
export function GridWithBar({ sections, draft, form, isReadOnly, showsAfter, saveWords, actsWith }: GridWithBarProps) {
  const { t } = useTranslation('monthly-report');
  const [news, setNews] = useState('');
  const lines = useMemo(() => sections.flatMap((section) => section.lines), [sections]);
  const bar = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const grid = useGrid({
    lines,
    draft,
    isReadOnly,
    onPasted: (pasted) => setNews(pastedWords(t, pasted)),
    onCopied: (rows) => setNews(t('copied', { count: rows })),
    // Only what the cell itself offers; the acts are reached by Tab.
    toBar: () => bar.current?.firstElementChild?.querySelector<HTMLElement>('input, button')?.focus(),
  });
  const backToCell = () => page.current?.querySelector<HTMLElement>('td :is(input, textarea, select)')?.focus();
  return (
    <>
      <div ref={page} onCopy={grid.onCopy} onPaste={grid.onPaste}>
        <MonthlyGrid
          sections={sections}
          active={grid.active}
          anchor={grid.anchor}
          isReadOnly={isReadOnly}
          showsAfter={showsAfter}
          periodOn={form.periodOn}
          draft={draft}
          actions={grid.actions}
        />
      </div>
      <div ref={bar} className={styles.bar}>
        {grid.line && grid.field ? (
          <CellBar line={grid.line} field={grid.field} draft={draft} isReadOnly={isReadOnly} onLeave={backToCell} />
        ) : (
          <span className={styles.about} />
        )}
        <span role="status" className={styles.saved}>
          {news}
        </span>
        {!isReadOnly && saveWords}
        {actsWith(grid.actions.nextProblem)}
      </div>
    </>
  );
}

const shownMisfits = 3;

function pastedWords(t: TFunction<'monthly-report'>, { cells, misfits }: Pasted): string {
  const pasted = t('pasted', { count: cells.length });
  if (misfits.length === 0) return pasted;
  const where = misfits.slice(0, shownMisfits).map((misfit) => t('misfit', { ...misfit, text: misfit.text.slice(0, 20) }));
  const more = misfits.length > shownMisfits ? t('more') : '';
  return `${pasted}；${t('misfits', { count: misfits.length, where: `${where.join('、')}${more}` })}`;
}
