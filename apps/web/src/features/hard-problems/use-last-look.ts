import { useMutation } from '@apollo/client/react';
import { addDays } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';
import { useEffect, useState } from 'react';
import { daysAtFirst, LookAtHardProblemsDocument } from './morning-query.ts';

/** From when on a visitor is told what moved. `previousAt` is null at a first visit, and where the visit before isn't known. */
export type LastLook = { since: string; previousAt: string | null };

/** Registers the visit, once it is on screen, and says when the one before was; undefined until the answer is here. */
export function useLastLook(today: Day): LastLook | undefined {
  const [look] = useMutation(LookAtHardProblemsDocument);
  const [last, setLast] = useState<LastLook>();
  useEffect(() => {
    let left = false;
    look()
      .then(({ data }) => (data?.lookAt.__typename === 'Look' ? data.lookAt.previousAt : null))
      // Not worth an error: the last days are told as at a first visit.
      .catch(() => null)
      .then((previousAt) => {
        if (!left) setLast({ previousAt, since: previousAt ?? startOfDay(addDays(today, -daysAtFirst)) });
      });
    return () => {
      left = true;
    };
  }, [look, today]);
  return last;
}

const startOfDay = (day: Day) => new Date(`${day}T00:00:00+08:00`).toISOString();
