import type { SubmitComplaintInput } from '../gql/graphql.ts';
import { plain } from './check-draft.ts';
import type { Draft } from './draft.ts';

/** Null where nothing was written. */
const orNull = (text: string) => text.trim() || null;

/** The draft as the server takes it. What an anonymous person typed before about themselves is left out. */
export function inputOf(draft: Draft, secret: string, website: string): SubmitComplaintInput {
  const own = (text: string) => (draft.isNamed ? orNull(text) : null);
  return {
    ticket: draft.ticket,
    website: website || null,
    isNamed: draft.isNamed === true,
    name: own(draft.name),
    phone: own(draft.phone),
    identityNumber: own(draft.identityNumber),
    address: own(draft.address),
    classCode: orNull(draft.classCode),
    unitId: orNull(draft.unitId),
    concerns: orNull(draft.concerns),
    place: orNull(draft.place),
    occurredOn: orNull(draft.occurredOn),
    facts: draft.facts.trim(),
    wish: orNull(draft.wish),
    people: draft.people.trim() ? Number(plain(draft.people)) : null,
    secret,
    fileIds: draft.files.map(({ id }) => id),
  };
}
