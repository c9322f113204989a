import { newRequestId } from '../request-id.ts';
import type { Attempt } from './act-draft.ts';

/** The attempt for this content: the last one again when nothing was changed since, so that a repeat after a lost answer acts once. */
export function attemptFor(content: string, last: Attempt | undefined): Attempt {
  return last?.content === content ? last : { content, requestId: newRequestId() };
}
