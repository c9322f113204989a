import { transaction } from '../../../database.ts';
import { ask, db, viewerWith } from '../../../testing/test-city.ts';
import type { Viewer } from '../../session/viewer.ts';
import type { VisitInput } from '../visit-fields.ts';

/** The head of the land bureau, and who works beside and above. */
export const head: Viewer = { ...viewerWith('UNIT_HEAD', 'gtj'), postId: 'gtj-head', postTitle: '市国土局局长' };
export const clerk: Viewer = { ...viewerWith('UNIT_CLERK', 'gtj'), postId: 'gtj-clerk', postTitle: '市国土局督办联络员' };
export const mayor: Viewer = { ...viewerWith('CITY_LEADER'), postId: 'mayor', postTitle: '市长' };
export const office: Viewer = {
  ...viewerWith('SUPERVISION_OFFICE', 'dcs'),
  postId: 'supervision-officer',
  postTitle: '市政府督查室督查员',
};

/** A contact point of a post; answers its id. */
export async function addPoint(postId: string, name: string, from = '2014-06-01', to = '9999-12-31', countyId: string | null = null) {
  const { id } = await db.contactPoint.create({
    data: { postId, name, countyId, validFrom: new Date(from), validTo: new Date(to) },
  });
  return id;
}

/** A sound visit of the land bureau's head; give what differs. */
export function visit(changes: Partial<VisitInput> = {}): VisitInput {
  return {
    postId: 'gtj-head',
    place: '西平县测试村',
    countyId: '411721',
    visitedOn: '2014-09-10',
    kinds: ['household'],
    isFrontLine: false,
    peopleMet: 12,
    needs: [],
    ...changes,
  };
}

let asked = 0;
const fields = `id number version isWithdrawn enteredBy place countyId peopleMet photoCount viewerCanChange viewerCanRaise answerableNeeds
  needs { id text unitId dueOn answer answeredOn outcome itemNumber item { number standing { state } } } photos { id name mediaType }`;
const problems = `... on InputError { fields { field code message } } ... on NotFoundError { message }
  ... on ConflictError { version } ... on ActRefusedError { code message }`;

/** What a mutation answers: the visit, or why not. */
export interface Answer {
  __typename: string;
  id: string;
  number: string;
  version: number;
  isWithdrawn: boolean;
  enteredBy: string;
  place: string;
  countyId: string | null;
  photoCount: number;
  viewerCanChange: boolean;
  viewerCanRaise: boolean;
  answerableNeeds: string[];
  needs: {
    id: string;
    text: string;
    unitId: string | null;
    dueOn: string | null;
    answer: string | null;
    answeredOn: string | null;
    outcome: string;
    itemNumber: string | null;
    item: { number: string; standing: { state: string } } | null;
  }[];
  photos: { id: string; name: string; mediaType: string }[];
  code: string;
  fields: { field: string; code: string }[];
}

async function act(viewer: Viewer, name: string, args: string, variables: Record<string, unknown>, only = problems) {
  asked += 1;
  const call = args.replace(/\$(\w+): [^,]+/g, '$1: $$$1');
  const source = `mutation($requestId: String!, ${args}) { answer: ${name}(requestId: $requestId, ${call}) {
    __typename ... on Visit { ${fields} } ${only} } }`;
  const { data, errors } = await ask<{ answer: Answer }>(viewer, source, { requestId: `visit-${asked}`, ...variables });
  return { answer: data?.answer as Answer, error: errors?.[0]?.extensions?.code, message: errors?.[0]?.message };
}

export function create(entry: VisitInput, viewer: Viewer = head, requestId?: string) {
  const variables = { entry, ...(requestId ? { requestId } : {}) };
  return act(viewer, 'createVisit', '$entry: VisitEntry!', variables, '... on InputError { fields { field code message } }');
}

export function correct(id: string, version: number, entry: VisitInput, viewer: Viewer = head, reason = '录入有误') {
  const variables = { id, version, reason, entry };
  return act(viewer, 'correctVisit', '$id: ID!, $version: Int!, $reason: String!, $entry: VisitEntry!', variables);
}

export function withdraw(id: string, version: number, viewer: Viewer = head, reason = '重复录入') {
  return act(viewer, 'withdrawVisit', '$id: ID!, $version: Int!, $reason: String!', { id, version, reason });
}

export function raise(visitId: string, version: number, needId: string, viewer: Viewer = head, more: Record<string, unknown> = {}) {
  const variables = { visitId, version, needId, topic: 'transport', ...more };
  return act(viewer, 'raiseNeed', '$visitId: ID!, $version: Int!, $needId: ID!, $topic: ID!, $unitId: ID, $dueOn: Day', variables);
}

export function answer(visitId: string, version: number, needId: string, viewer: Viewer = head, more: Record<string, unknown> = {}) {
  const variables = { visitId, version, needId, answer: '已修好。', ...more };
  return act(viewer, 'answerNeed', '$visitId: ID!, $version: Int!, $needId: ID!, $answer: String!, $answeredOn: Day', variables);
}

/** Makes a visit known on another day than the test's, its newest event with it. */
export async function knownOn(id: string, day: string): Promise<void> {
  await transaction((tx) => tx.query('UPDATE visit SET known_on = $2 WHERE id = $1', [id, day]));
}
