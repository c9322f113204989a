import type { Rung } from '@duban/rules/urging';
import {
  type Day,
  endedStates,
  type Finding,
  type HandlingMode,
  type ItemAction,
  type ItemState,
  type Light,
  type Openness,
  type OpennessVerdict,
  openEnded,
  type Satisfaction,
  unbornStates,
} from '@duban/rules/vocabulary';
import { dayInCity, startOfDayInCity } from '../../ui/time-in-city.ts';

type Event = {
  id: string;
  sequence: number;
  action: ItemAction;
  fromState: ItemState | null;
  toState: ItemState;
  actorTitle: string;
  onBehalfOf?: string | null;
  at: string;
  payload: string;
};
type Span = { id: string; from: string; to: string; state: ItemState; progressPercent: number | null; yellowOn: Day; redOn: Day };

/** One changed cell of a ledger, as the event keeps it; `isNew`: a whole new row. */
export type CellChange = { sheet?: string; row?: number; column?: string; before?: string | null; after?: string | null; isNew?: boolean };
/** What an act brought with it. */
export type Payload = {
  ledger?: string;
  importAs?: ItemState;
  changes?: CellChange[];
  reason?: string;
  text?: string;
  dueOn?: Day;
  /** The limit until then. */
  dueBefore?: Day;
  light?: Light;
  /** Whose part it was, and who took it over. */
  unitId?: string;
  toUnitId?: string;
  leadUnitId?: string;
  assistUnitIds?: string[];
  evidence?: string;
  /** How many files came with it. */
  files?: number;
  acceptance?: string;
  satisfaction?: Satisfaction;
  title?: string;
  dutyPerson?: string;
  /** Code of the category that was corrected. */
  category?: string;
  /** 催办: the rung, the number of its slip, and the last day for the unit's answer. */
  rung?: Rung;
  number?: string;
  answerDueOn?: Day;
  /** 批示: the task that it became. */
  taskNumber?: string;
  /** A complaint: through which channel it came, and whether it was answered at once. */
  channel?: string;
  onTheSpot?: boolean;
  mode?: HandlingMode;
  complainedUnitId?: string;
  finding?: Finding;
  /** 公开属性, and the reviewer's verdict on it. */
  openness?: Openness;
  opennessBefore?: Openness;
  verdict?: OpennessVerdict;
  /** 转交材料: the names given to the copies. */
  names?: string[];
};

/** One line of the story: an act by somebody, a state that the ledger's dates tell, progress, or a light that turned. */
export type StoryLine =
  | { id: string; at: string; day: Day; kind: 'ACT'; event: Event; payload: Payload }
  | { id: string; at: string; day: Day; kind: 'STATE'; state: ItemState }
  | { id: string; at: string; day: Day; kind: 'PROGRESS'; before: number; after: number }
  | { id: string; at: string; day: Day; kind: 'LIGHT'; light: 'YELLOW' | 'RED' };

const unlit: readonly ItemState[] = [...endedStates, ...unbornStates];
const near = 60_000;

/**
 * The story of an item up to the end of `asOf`, the newest first: its events, and from its spans what no event tells, as
 * an item that came in from a ledger has its earlier life in spans alone.
 */
export function storyOf({ events, spans }: { events: readonly Event[]; spans: readonly Span[] }, asOf: Day): StoryLine[] {
  const acts = events.map(
    (event): StoryLine => ({
      id: `event-${event.id}`,
      at: event.at,
      day: dayInCity(event.at),
      kind: 'ACT',
      event,
      payload: readPayload(event.payload),
    }),
  );
  const told = (state: ItemState, from: string) =>
    events.some(({ action, toState, at, payload }) => {
      if (toState !== state) return false;
      // What a ledger brings in has had its life before; what is entered here begins with the day of its entry.
      if (action === 'CREATE') return !readPayload(payload).ledger && dayInCity(at) === dayInCity(from);
      return Math.abs(Date.parse(at) - Date.parse(from)) < near;
    });
  const lines: StoryLine[] = [...acts];
  let before: Span | undefined;
  let light: 'GREEN' | 'YELLOW' | 'RED' = 'GREEN';
  for (const span of spans) {
    const day = dayInCity(span.from);
    if (span.state !== before?.state && !told(span.state, span.from))
      lines.push({ id: `state-${span.id}`, at: span.from, day, kind: 'STATE', state: span.state });
    const [was, is] = [before?.progressPercent ?? null, span.progressPercent];
    if (was !== null && is !== null && was !== is)
      lines.push({ id: `progress-${span.id}`, at: span.from, day, kind: 'PROGRESS', before: was, after: is });
    const lastDay = span.to.startsWith(openEnded.slice(0, 4)) ? openEnded : dayInCity(span.to);
    if (unlit.includes(span.state)) light = 'GREEN';
    else {
      const atStart = day >= span.redOn ? 'RED' : day >= span.yellowOn ? 'YELLOW' : 'GREEN';
      if (atStart !== 'GREEN' && atStart !== light)
        lines.push({ id: `light-${span.id}`, at: span.from, day, kind: 'LIGHT', light: atStart });
      light = atStart;
      for (const next of ['YELLOW', 'RED'] as const) {
        const on = next === 'YELLOW' ? span.yellowOn : span.redOn;
        if (on <= day || on >= lastDay || (next === 'YELLOW' && span.redOn <= span.yellowOn)) continue;
        lines.push({ id: `${next}-${span.id}`, at: startOfDayInCity(on), day: on, kind: 'LIGHT', light: next });
        light = next;
      }
    }
    before = span;
  }
  return lines
    .filter((line) => line.day <= asOf)
    .map((line, index) => ({ line, index }))
    .sort((a, b) => Date.parse(b.line.at) - Date.parse(a.line.at) || b.index - a.index)
    .map(({ line }) => line);
}

function readPayload(text: string): Payload {
  try {
    const payload: unknown = JSON.parse(text);
    return payload !== null && typeof payload === 'object' ? (payload as Payload) : {};
  } catch {
    return {};
  }
}
