import type { ApolloClient } from '@apollo/client';
import { graphql } from '../../gql/gql.ts';
import { describeError, type ErrorKind } from '../../ui/error/describe-error.ts';
import { UploadFailed, uploadFile } from '../../ui/uploads/upload-file.ts';
import { entryOf } from './form-values.ts';
import { changeSubmitted, readSubmitted, type Submitted } from './kept-visits.ts';
import { dropPhotos, readPhoto } from './photo-store.ts';
import { CreateVisitDocument } from './visit-acts.ts';

const WhoDocument = graphql(/* GraphQL */ `
  query WhoSends {
    viewer {
      id
    }
  }
`);

/** Problems by field; `form` holds what belongs to none, as a kind of error. */
export type Outcome = { sent: string } | { refused: Record<string, string> } | { waits: ErrorKind };

/** Failures after which sending the same again may work: the visit waits. */
const passing: ReadonlySet<ErrorKind> = new Set([
  'offline',
  'unavailable',
  'unauthenticated',
  'passwordDue',
  'tooMany',
  'outdated',
  'unexpected',
]);

let atWork: Promise<void> | null = null;

/**
 * Sends what the person submitted and the server doesn't have yet, one after another, until one has to wait. A visit is sent under its own
 * request id: when the answer was lost and it is sent again, there is still one visit.
 */
export function sendSubmitted(client: ApolloClient, userId: string): Promise<void> {
  atWork ??= sendAll(client, userId).finally(() => {
    atWork = null;
  });
  return atWork;
}

async function sendAll(client: ApolloClient, userId: string): Promise<void> {
  for (const { requestId, state } of readSubmitted(userId)) {
    if (state !== 'WAITING') continue;
    const outcome = await sendOne(client, userId, requestId);
    if (outcome && 'waits' in outcome) return;
  }
}

async function sendOne(client: ApolloClient, userId: string, requestId: string): Promise<Outcome | null> {
  try {
    // Somebody else may have signed in here meanwhile: nothing is sent in another's name.
    const { data } = await client.query({ query: WhoDocument, fetchPolicy: 'network-only' });
    if (data?.viewer?.id !== userId) return { waits: 'unauthenticated' };
    const visit = readSubmitted(userId).find((one) => one.requestId === requestId && one.state === 'WAITING');
    if (!visit) return null;
    const outcome = await send(client, userId, visit);
    if ('sent' in outcome) {
      changeSubmitted(userId, requestId, { state: 'SENT', number: outcome.sent, photos: [], problems: {} });
      await dropPhotos(visit.photos.map(({ id }) => id));
    }
    if ('refused' in outcome) changeSubmitted(userId, requestId, { state: 'REFUSED', problems: outcome.refused });
    return outcome;
  } catch (error) {
    const { kind } = describeError(error);
    if (passing.has(kind)) return { waits: kind };
    const refused = { form: kind };
    changeSubmitted(userId, requestId, { state: 'REFUSED', problems: refused });
    return { refused };
  }
}

async function send(client: ApolloClient, userId: string, visit: Submitted, isRetry = false): Promise<Outcome> {
  const photos = [...visit.photos];
  for (const [at, photo] of photos.entries()) {
    if (photo.uploadId) continue;
    const file = await readPhoto(photo.id, userId);
    if (!file) return { refused: { photoIds: 'PHOTO_GONE' } };
    try {
      const { id } = await uploadFile(file, { onProgress: () => undefined, signal: new AbortController().signal });
      photos[at] = { ...photo, uploadId: id };
      changeSubmitted(userId, visit.requestId, { photos: [...photos] });
    } catch (error) {
      if (!(error instanceof UploadFailed)) throw error;
      const { code, message } = error.problem;
      return code ? { refused: { photoIds: message ?? code } } : { waits: 'offline' };
    }
  }
  const photoIds = photos.flatMap(({ uploadId }) => (uploadId ? [uploadId] : []));
  const { data } = await client.mutate({
    mutation: CreateVisitDocument,
    variables: { requestId: visit.requestId, entry: entryOf(visit.values, photoIds) },
    fetchPolicy: 'no-cache',
  });
  const answer = data?.answer;
  if (answer?.__typename === 'Visit') return { sent: answer.number };
  if (answer?.__typename !== 'InputError') return { waits: 'unexpected' };
  // Uploads that nobody took are dropped after some days; the photos are still here.
  if (!isRetry && photos.length > 0 && answer.fields.length === 1 && answer.fields[0]?.code === 'UNKNOWN_FILES') {
    const anew = photos.map((photo) => ({ ...photo, uploadId: null }));
    changeSubmitted(userId, visit.requestId, { photos: anew });
    return send(client, userId, { ...visit, photos: anew }, true);
  }
  return { refused: Object.fromEntries(answer.fields.map(({ field, message }) => [field, message])) };
}
