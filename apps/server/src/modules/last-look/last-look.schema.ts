import { z } from 'zod';
import { clock } from '../../clock.ts';
import { rows, sql } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { InputError } from '../../graphql/errors.ts';

/** Rooms that remember when a person last looked. */
const rooms = ['my-work', 'hard-problems', 'cockpit'];
/** A look within this time of the one before is the same visit. */
const sameVisitMs = 30 * 60_000;

const lookRow = z.object({ previousAt: z.date().nullable() });
interface Look {
  previousAt: Date | null;
}

const LookType = builder.objectRef<Look>('Look').implement({
  description: 'A visit to a room.',
  fields: (t) => ({
    previousAt: t.expose('previousAt', {
      type: 'Instant',
      nullable: true,
      description: 'Business time of the visit before this one; null at the first.',
    }),
  }),
});

builder.mutationFields((t) => ({
  lookAt: t.withAuth({ signedIn: true }).field({
    type: LookType,
    errors: { types: [InputError] },
    description: 'Remembers that the viewer looks at a room now; looks within half an hour are one visit.',
    args: { room: t.arg.string({ required: true }) },
    resolve: async (_root, { room }, { viewer }) => {
      if (!rooms.includes(room)) throw new InputError([{ field: 'room', code: 'UNKNOWN', message: '没有这个页面。' }]);
      const now = clock.now();
      const [look] = await rows(
        lookRow,
        sql`INSERT INTO last_look (user_id, room, at, previous_at) VALUES (${viewer.userId}::uuid, ${room}, ${now}, NULL)
            ON CONFLICT (user_id, room) DO UPDATE SET
              previous_at = CASE WHEN EXCLUDED.at - last_look.at > ${`${sameVisitMs} milliseconds`}::interval THEN last_look.at ELSE last_look.previous_at END,
              at = EXCLUDED.at
            RETURNING previous_at AS "previousAt"`,
      );
      return look!;
    },
  }),
}));
