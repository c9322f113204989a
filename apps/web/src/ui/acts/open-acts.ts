import type { ItemAction, ItemKind, ItemState } from '@duban/rules/vocabulary';
import type { UrgePart } from '../urging/urge-part-list.tsx';
import type { ActItem, ActPart } from './act-item.ts';
import type { ActField, ActSpec } from './act-spec.ts';
import { actSpecs } from './act-table.ts';

/** One act that stands open to the viewer, on the whole matter (part null) or on one part. */
export type OpenAct = { spec: ActSpec; part: ActPart | null };

export const keyOf = ({ spec, part }: OpenAct): string => `${spec.mutation}/${part?.id ?? ''}`;

/** The act of an action in a state; null for what is no act of a person here (催办 has its own form). */
export function specOf(action: ItemAction, subject: ActSpec['subject'], state: ItemState | undefined): ActSpec | null {
  return (
    actSpecs.find((spec) => spec.action === action && spec.subject === subject && (!spec.from || (state && spec.from.includes(state)))) ??
    null
  );
}

/** Every act open to the viewer, the main one first. */
export function openActsOf(item: ActItem): OpenAct[] {
  const onItem = item.viewerActs.map((action): OpenAct | null => openAct(specOf(action, 'ITEM', item.standing?.state), null));
  const onParts = item.parts.flatMap((part) => part.viewerActs.map((action) => openAct(specOf(action, 'PART', part.state), part)));
  const open = [...onItem, ...onParts].filter((act) => act !== null);
  return open.sort((a, b) => actSpecs.indexOf(a.spec) - actSpecs.indexOf(b.spec));
}

/** Parts that the viewer may urge, as the form of 催办 wants them. */
export function urgeableOf({ id, version, number, title, parts }: ActItem): UrgePart[] {
  return parts
    .filter(({ viewerActs }) => viewerActs.includes('URGE'))
    .map((part) => ({ itemId: id, partId: part.id, version, number, title, unit: part.unit.name }));
}

function openAct(spec: ActSpec | null, part: ActPart | null): OpenAct | null {
  return spec && { spec, part };
}

/** Which acts stand in the bar, and which behind 更多. To the office, entering a paper instruction is rare. */
export function arrange(
  acts: readonly OpenAct[],
  room: number,
  isOffice: boolean,
  state?: ItemState,
): { shown: OpenAct[]; more: OpenAct[] } {
  const often = acts.filter(({ spec }) => spec.place !== 'MORE' && !(isOffice && spec.mutation === 'instructItem'));
  const isMain = ({ place, mainIn }: ActSpec) => place === 'MAIN' || Boolean(state && mainIn?.includes(state));
  const main = often.find(({ spec }) => isMain(spec)) ?? often[0];
  const shown = [main, ...often.filter((act) => act !== main)].filter((act) => act !== undefined).slice(0, room);
  return { shown, more: acts.filter((act) => !shown.includes(act)) };
}

/** The fields that the act asks this viewer for now. */
export function fieldsOf({ spec }: OpenAct, state: ItemState | undefined, isOffice: boolean, kind?: ItemKind): ActField[] {
  return spec.fields.filter(
    ({ states, officeOnly, kinds }) =>
      (!states || (state && states.includes(state))) && (!officeOnly || isOffice) && (!kinds || (kind && kinds.includes(kind))),
  );
}
