import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '../gql/gql.ts';
import type { Session } from '../ui/session.ts';
import { setCityZone } from '../ui/time-in-city.ts';

/** The one query of the frame: who, which campaign, and the units that the scope may name. */
export const FrameDocument = graphql(/* GraphQL */ `
  query Frame {
    viewer {
      id
      account
      displayName
      postTitle
      role
      duties
      desks
      accountability
      entersVisits
      keepsContactPoints
      unit {
        id
        name
      }
    }
    campaign {
      title
      titleEn
      isDemo
      today
      timeZone
    }
    units {
      id
      name
      shortName
      kind
    }
  }
`);

/** The session as of `asOf` (the business day when absent), or null when nobody is signed in. */
export function useViewer(asOf: string | undefined): Session | null {
  const { data } = useSuspenseQuery(FrameDocument);
  if (!data.viewer || !data.campaign) return null;
  const { today, timeZone } = data.campaign;
  setCityZone(timeZone);
  return {
    viewer: data.viewer,
    campaign: data.campaign,
    units: data.units,
    asOf: asOf ?? today,
    isPast: asOf !== undefined && asOf < today,
  };
}
