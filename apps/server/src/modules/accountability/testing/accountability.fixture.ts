import { db } from '../../../database.ts';
import { addItem, ask, viewerWith } from '../../../testing/test-city.ts';
import type { Viewer } from '../../session/viewer.ts';
import type { RecordInput } from '../record-fields.ts';

export const inspection = viewerWith('INSPECTION', 'jcj');

/** A sound entry; give what differs. */
export function entry(changes: Partial<RecordInput> = {}): RecordInput {
  return {
    unitId: 'gtj',
    post: '副局长',
    postLevel: 'section-chief',
    administrativeHead: false,
    fact: '超过承诺时限未办结，也未说明原因。',
    rule: '限时办结制度',
    form: 'admonition',
    decidedBy: '市监察局',
    decidedOn: '2014-09-10',
    source: '测试决定第 1 号',
    ...changes,
  };
}

let asked = 0;
const fields = 'id number version isRevoked revokedOn revokedReason maskedName viewerCanChange post itemNumber formName';
const problems = `... on InputError { fields { field code message } } ... on NotFoundError { message }
  ... on ConflictError { version } ... on ActRefusedError { code message }`;

/** What a mutation answers: the record, or why not. */
export interface Answer {
  __typename: string;
  id: string;
  number: string;
  version: number;
  isRevoked: boolean;
  revokedOn: string | null;
  maskedName: string | null;
  viewerCanChange: boolean;
  post: string;
  itemNumber: string | null;
  code: string;
  fields: { field: string; code: string }[];
}

async function act(viewer: Viewer, name: string, args: string, call: string, variables: Record<string, unknown>, only = problems) {
  asked += 1;
  const source = `mutation(${args}) { answer: ${name}(${call}) { __typename ... on Accountability { ${fields} } ${only} } }`;
  const { data, errors } = await ask<{ answer: Answer }>(viewer, source, { requestId: `accountability-${asked}`, ...variables });
  return { answer: data?.answer as Answer, error: errors?.[0]?.extensions?.code };
}

const entryArgs = '$requestId: String!, $entry: AccountabilityEntry!';

export function create(given: RecordInput, viewer: Viewer = inspection, requestId?: string) {
  const variables = { entry: given, ...(requestId ? { requestId } : {}) };
  const only = '... on InputError { fields { field code message } }';
  return act(viewer, 'createAccountability', entryArgs, 'requestId: $requestId, entry: $entry', variables, only);
}

export function correct(id: string, version: number, given: RecordInput, reason = '录入有误', viewer: Viewer = inspection) {
  return act(
    viewer,
    'correctAccountability',
    `${entryArgs}, $id: ID!, $version: Int!, $reason: String!`,
    'requestId: $requestId, id: $id, version: $version, reason: $reason, entry: $entry',
    { entry: given, id, version, reason },
  );
}

export function revoke(id: string, version: number, reason = '决定已撤销', viewer: Viewer = inspection) {
  return act(
    viewer,
    'revokeAccountability',
    '$requestId: String!, $id: ID!, $version: Int!, $reason: String!',
    'requestId: $requestId, id: $id, version: $version, reason: $reason',
    { id, version, reason },
  );
}

export async function reveal(id: string, reason: string, viewer: Viewer = inspection) {
  const source = `mutation($id: ID!, $reason: String!) { answer: revealAccountablePerson(id: $id, reason: $reason) {
    __typename ... on AccountablePerson { name } ... on InputError { fields { field code message } } ... on NotFoundError { message } } }`;
  const { data, errors } = await ask<{ answer: { __typename: string; name: string | null } }>(viewer, source, { id, reason });
  return { answer: data?.answer, error: errors?.[0]?.extensions?.code };
}

/** A complaint with a finding, as an item of its own; answers the item's id. */
export async function addComplaint(
  number: string,
  finding: 'TRUE' | 'PARTLY_TRUE' | 'UNTRUE' | null,
  foundOn = '2014-08-01',
): Promise<string> {
  const itemId = await addItem({ kind: 'COMPLAINT', number, category: '2', leadUnitId: 'gtj', foundOn, closedOn: '2014-08-20' });
  await db.complaint.create({
    data: {
      itemId,
      channel: 'phone',
      realName: false,
      complainedUnitId: 'gtj',
      facts: '测试',
      receivedOn: new Date(foundOn),
      mode: 'OWN',
      finding,
      answeredOn: new Date('2014-08-20'),
    },
  });
  return itemId;
}
