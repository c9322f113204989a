import { createContext, useContext, useEffect, useId } from 'react';
import type { TableData } from '../table-data.ts';

/** What one chart offers to the panel that frames it. */
export type PanelContent = { table: TableData; node: () => HTMLElement | null };

export type PanelFrame = {
  /** Whether the reader asked for the numbers instead of the drawing. */
  view: 'chart' | 'table';
  offer: (id: string, content: PanelContent) => () => void;
};

export const PanelContext = createContext<PanelFrame | null>(null);

/** Gives a chart's table and drawing to its panel, and says which of the two to show. Outside a panel: the drawing. */
export function usePanelFrame(content: PanelContent): PanelFrame['view'] {
  const frame = useContext(PanelContext);
  const id = useId();
  useEffect(() => frame?.offer(id, content));
  return frame?.view ?? 'chart';
}
