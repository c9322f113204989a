import type { ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { type OpenAge, openAgeing } from '../open-ageing.ts';

/** How long the open complaints have been handled as of a day (policy 2(2)5). See `openAgeing`. */
export function complaintAgeing(viewer: Viewer, asOf: string, given: ItemFilter = {}): Promise<OpenAge[]> {
  return openAgeing(viewer, asOf, given, 'COMPLAINT', [5, 10, 15, 20]);
}
