import { useLocation } from '@tanstack/react-router';
import { stringifySearch } from '../../ui/search-params.ts';
import { type Room, roomOf } from '../nav.ts';

/** The room on screen, and the address of any room with the as-of day and the scope kept. */
export function useRoom(): { room: Room | undefined; hrefOf: (path: string) => string } {
  const location = useLocation();
  const { asOf, scope } = location.search as { asOf?: string; scope?: string };
  return { room: roomOf(location.pathname), hrefOf: (path) => path + stringifySearch({ asOf, scope }) };
}
