import { lightColour } from '../ui/light-shape.tsx';
import { colour } from '../ui/tokens.ts';
import type { Series } from './chart-types.ts';

const greys = [colour.mark, colour.markSoft, colour.ink3];

/** A pale column needs an edge to be told from the ground. */
export const seriesEdge = (fill: string): string => (fill === colour.markSoft ? colour.mark : fill);

/** One accent at most, lights in their own colours, the rest in greys by order. */
export function seriesColour(series: readonly Series[], one: Series): string {
  if (one.light) return lightColour[one.light].ink;
  if (one.accent) return colour.accent;
  const plain = series.filter((other) => !other.accent && !other.light);
  return greys[plain.indexOf(one) % greys.length] ?? colour.mark;
}
