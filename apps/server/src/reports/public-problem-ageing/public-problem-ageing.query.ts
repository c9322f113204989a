import type { ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { type OpenAge, openAgeing } from '../open-ageing.ts';

/** How long the open problems of the public have been worked on as of a day (policy 2(4)3); the default limit is 30 working days. See `openAgeing`. */
export function publicProblemAgeing(viewer: Viewer, asOf: string, given: ItemFilter = {}): Promise<OpenAge[]> {
  return openAgeing(viewer, asOf, given, 'PUBLIC_PROBLEM', [5, 10, 20, 30]);
}
