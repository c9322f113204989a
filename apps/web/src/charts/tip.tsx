import { createContext, type FocusEvent, type PointerEvent, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import styles from './tip.module.css';

type Anchor = { text: string; x: number; y: number; flip: boolean };
type ShowTip = (mark: Element | null, text: string) => void;

const TipContext = createContext<ShowTip>(() => undefined);

/** One small tip per chart, shown over the mark that is pointed at or focused. It repeats the mark's accessible name. */
export function TipArea({ children }: { children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null);
  const [tip, setTip] = useState<Anchor | null>(null);
  const show = useMemo<ShowTip>(
    () => (mark, text) => {
      if (!mark || !area.current) return setTip(null);
      const around = area.current.getBoundingClientRect();
      const { left, top, width, bottom } = mark.getBoundingClientRect();
      const flip = top - around.top < 36 && top < 120;
      const x = Math.min(Math.max(left + width / 2 - around.left, 60), Math.max(around.width - 60, 60));
      setTip({ text, x, y: (flip ? bottom + 6 : top - 6) - around.top, flip });
    },
    [],
  );
  return (
    <div ref={area} className={styles.area}>
      <TipContext.Provider value={show}>{children}</TipContext.Provider>
      {tip && (
        <div role="tooltip" className={tip.flip ? styles.below : styles.above} style={{ left: tip.x, top: tip.y }}>
          {tip.text}
        </div>
      )}
    </div>
  );
}

/** Handlers for a mark that has a tip. */
export function useTip(text: string) {
  const show = useContext(TipContext);
  return useMemo(
    () => ({
      onPointerEnter: (event: PointerEvent<Element>) => show(event.currentTarget, text),
      onPointerLeave: () => show(null, text),
      onFocus: (event: FocusEvent<Element>) => show(event.currentTarget, text),
      onBlur: () => show(null, text),
    }),
    [show, text],
  );
}
