import { useLocation } from '@tanstack/react-router';
import { stringifySearch } from '../../ui/search-params.ts';
import { useSession } from '../../ui/session.ts';
import { type Room, roomOf, rooms } from '../nav.ts';

/** The rooms open to the person, the one on screen, and the address of any with the as-of day and the scope kept. */
export function useRoom(): { open: readonly Room[]; room: Room | undefined; hrefOf: (path: string) => string } {
  const { viewer } = useSession();
  const location = useLocation();
  const { asOf, scope } = location.search as { asOf?: string; scope?: string };
  const open = rooms.filter(({ id }) => {
    if (id === 'complaintDesk') return viewer.desks.includes('COMPLAINT_INTAKE');
    if (id === 'visits' || id === 'rectifications') return viewer.duties.length === 0;
    if (id === 'accountability') return viewer.accountability !== 'NONE';
    if (id === 'openness') return viewer.desks.includes('SUPERVISION') || viewer.desks.includes('APPROVAL');
    return id !== 'admin' || viewer.duties.length > 0;
  });
  return { open, room: roomOf(location.pathname), hrefOf: (path) => path + stringifySearch({ asOf, scope }) };
}
