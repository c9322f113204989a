import type { Day, Role, UnitKind } from '@duban/rules/vocabulary';
import { createContext, useContext } from 'react';

/** A unit as filters and the scope name it. */
export type UnitChoice = { id: string; name: string; shortName: string; kind: UnitKind };

/** What an administrator has in hand; the server's word. */
export type AdministratorDuty = 'SYSTEM' | 'SECURITY' | 'AUDIT';

/** Where a person works, by the server's word: which doors the screens open. */
export type Desk = 'REPORTING' | 'SIGNING' | 'REVIEW' | 'SUPERVISION' | 'APPROVAL' | 'COMPLAINT_INTAKE';

/** Who is here, which campaign, and the day that everything on screen is read at. */
export type Session = {
  viewer: {
    id: string;
    account: string;
    displayName: string;
    postTitle: string;
    role: Role;
    duties: readonly AdministratorDuty[];
    desks: readonly Desk[];
    /** Whether the register of accountability is open, to read or to keep. */
    accountability: 'NONE' | 'READ' | 'KEEP';
    /** Whether there is a leader whose visits the person may enter. */
    entersVisits: boolean;
    /** Whether the person keeps the contact points of leaders. */
    keepsContactPoints: boolean;
    unit: { id: string; name: string };
  };
  campaign: { title: string; titleEn: string; isDemo: boolean; today: Day };
  /** The day in the URL, or the campaign's business day. */
  asOf: Day;
  /** True when `asOf` is a past day: then nothing may be changed. */
  isPast: boolean;
  units: readonly UnitChoice[];
};

export const SessionContext = createContext<Session | null>(null);

/** The session of the person on screen. Only inside the frame: every page but sign-in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is for pages inside the frame');
  return session;
}
