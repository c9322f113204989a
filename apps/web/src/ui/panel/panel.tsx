import { type ReactNode, Suspense, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from '../error/error-boundary.tsx';
import { Skeleton } from '../skeleton.tsx';
import styles from './panel.module.css';
import { PanelActions } from './panel-actions.tsx';
import { type PanelContent, PanelContext, type PanelFrame } from './panel-context.ts';

type PanelProps = {
  /** Unique on the page; the panel's address is `#id`, its table view `#id:table`. */
  id: string;
  /** Says what is counted: 「各类问题：发现、整改到位、销号」. */
  title: string;
  /** Unit of the figures, shown in brackets after the title: 件, %, 万元. */
  unit?: string;
  /** The day the figures stand for. */
  asOf?: string;
  /** One line under the title: how to read it, what is left out. */
  note?: ReactNode;
  /** Server route of the .xlsx with every row behind the panel; without it the table itself is saved. */
  xlsxHref?: string;
  /** Height of the placeholder while the data load. */
  height?: number;
  /** Beside the actions: a small filter, a link to the full page. */
  extra?: ReactNode;
  /** False for panels that hold no chart (lists, forms): no table view and downloads. */
  chart?: boolean;
  children: ReactNode;
};

const viewInAddress = (id: string) => (decodeURIComponent(window.location.hash) === `#${id}:table` ? 'table' : 'chart');

/** One question and its answer: title, unit, day, chart or table, link and downloads, and an own error boundary. */
export function Panel({ id, title, unit, asOf, note, xlsxHref, height = 240, extra, chart = true, children }: PanelProps) {
  const { t } = useTranslation('common');
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  const contents = useRef(new Map<string, PanelContent>());
  const [view, setView] = useState<PanelFrame['view']>(() => viewInAddress(id));
  const offer = useCallback<PanelFrame['offer']>((chartId, content) => {
    contents.current.set(chartId, content);
    return () => contents.current.delete(chartId);
  }, []);
  const frame = useMemo(() => ({ view, offer }), [view, offer]);

  useEffect(() => {
    if (viewInAddress(id) === 'table') section.current?.scrollIntoView({ block: 'start' });
  }, [id]);

  return (
    <section ref={section} id={id} className={styles.panel} aria-labelledby={titleId}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 id={titleId} className={styles.title}>
            {title}
            {unit && <span className={styles.unit}>（{unit}）</span>}
          </h2>
          {asOf && <span className={styles.day}>{t('asOf', { day: asOf })}</span>}
        </div>
        <div className={`${styles.side} no-print`}>
          {extra}
          {chart && (
            <PanelActions
              id={id}
              title={title}
              subtitle={[unit, asOf && t('asOf', { day: asOf })].filter(Boolean).join(' · ')}
              view={view}
              onView={setView}
              contents={() => [...contents.current.values()]}
              xlsxHref={xlsxHref}
            />
          )}
        </div>
      </header>
      {note && <p className={styles.note}>{note}</p>}
      <PanelContext.Provider value={frame}>
        <ErrorBoundary>
          <Suspense fallback={<Skeleton height={height} />}>{children}</Suspense>
        </ErrorBoundary>
      </PanelContext.Provider>
    </section>
  );
}
