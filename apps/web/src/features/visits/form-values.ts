import type { VisitEntry } from '../../gql/graphql.ts';
import { newRequestId } from '../../ui/request-id.ts';
import type { VisitDetail } from './visits-query.ts';

/** A need as typed. */
export type NeedValues = {
  /** Names the row on screen. */
  key: string;
  /** Of a correction: the need that it is. */
  id: string | null;
  text: string;
  unitId: string;
  dueOn: string;
  isAnswered: boolean;
  answer: string;
  raise: boolean;
  topic: string;
  /** It became an item: nothing of it may be changed here. */
  isItem: boolean;
};

/** A visit as typed: everything is text until it is sent. */
export type VisitValues = {
  postId: string;
  contactPointId: string;
  place: string;
  countyId: string;
  visitedOn: string;
  kinds: string[];
  isFrontLine: boolean;
  peopleMet: string;
  met: string;
  opinions: string;
  decision: string;
  needs: NeedValues[];
};

export function emptyNeed(): NeedValues {
  return {
    key: newRequestId(),
    id: null,
    text: '',
    unitId: '',
    dueOn: '',
    isAnswered: false,
    answer: '',
    raise: false,
    topic: '',
    isItem: false,
  };
}

/** A new visit: of this leader, today. */
export function emptyVisit(postId: string, visitedOn: string): VisitValues {
  return {
    postId,
    contactPointId: '',
    place: '',
    countyId: '',
    visitedOn,
    kinds: [],
    isFrontLine: false,
    peopleMet: '',
    met: '',
    opinions: '',
    decision: '',
    needs: [],
  };
}

/** What a record says, to be put right. */
export function valuesOf(visit: VisitDetail): VisitValues {
  return {
    postId: visit.postId,
    contactPointId: visit.contactPointId ?? '',
    place: visit.place,
    countyId: visit.countyId ?? '',
    visitedOn: visit.visitedOn,
    kinds: [...visit.kinds],
    isFrontLine: visit.isFrontLine,
    peopleMet: String(visit.peopleMet),
    met: visit.met ?? '',
    opinions: visit.opinions ?? '',
    decision: visit.decision ?? '',
    needs: visit.needs.map((need) => ({
      key: need.id,
      id: need.id,
      text: need.text,
      unitId: need.unitId ?? '',
      dueOn: need.dueOn ?? '',
      isAnswered: need.answer !== null,
      answer: need.answer ?? '',
      raise: false,
      topic: '',
      isItem: need.itemNumber !== null,
    })),
  };
}

/** Fields that must be filled and are not, by the name under which the server speaks of them. */
export function missingOf(values: VisitValues): string[] {
  const isEmpty = (text: string) => text.trim() === '';
  return [
    ...(['postId', 'visitedOn', 'peopleMet'] as const).filter((name) => isEmpty(values[name])),
    ...(isEmpty(values.place) && isEmpty(values.contactPointId) ? ['place'] : []),
    ...(values.kinds.length === 0 ? ['kinds'] : []),
    ...values.needs.flatMap((need, at) => {
      if (need.isItem) return [];
      const says = (field: string) => `needs.${at}.${field}`;
      return [
        ...(isEmpty(need.text) ? [says('text')] : []),
        ...(need.isAnswered && isEmpty(need.answer) ? [says('answer')] : []),
        ...(!need.isAnswered && isEmpty(need.unitId) ? [says('unitId')] : []),
        ...(need.raise && !need.isAnswered && isEmpty(need.topic) ? [says('topic')] : []),
      ];
    }),
  ];
}

/** The values as the server takes them; empty texts are absent. */
export function entryOf(values: VisitValues, photoIds: readonly string[] | null): VisitEntry {
  const optional = (text: string) => text.trim() || null;
  return {
    postId: values.postId,
    contactPointId: optional(values.contactPointId),
    place: optional(values.place),
    countyId: optional(values.countyId),
    visitedOn: values.visitedOn,
    kinds: values.kinds,
    isFrontLine: values.isFrontLine,
    peopleMet: Number(values.peopleMet),
    met: optional(values.met),
    opinions: optional(values.opinions),
    decision: optional(values.decision),
    needs: values.needs.map((need) => ({
      id: need.id,
      text: need.text,
      unitId: optional(need.unitId),
      dueOn: optional(need.dueOn),
      answer: need.isAnswered ? optional(need.answer) : null,
      raise: need.raise && !need.isAnswered,
      topic: need.raise && !need.isAnswered ? optional(need.topic) : null,
    })),
    photoIds: photoIds ? [...photoIds] : null,
  };
}
