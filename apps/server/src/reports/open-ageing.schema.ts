import { builder } from '../graphql/builder.ts';
import type { OpenAge } from './open-ageing.ts';

export const OpenAgeType = builder.objectRef<OpenAge>('OpenAge').implement({
  description: 'Open items of a register that have been worked on for so many working days.',
  fields: (t) => ({
    from: t.exposeInt('from', { description: 'Working days after 交办, included.' }),
    to: t.exposeInt('to', { nullable: true, description: 'Included; null: no end.' }),
    assignedFrom: t.expose('assignedFrom', { type: 'Day', nullable: true, description: 'First day of 交办 in the bucket.' }),
    assignedTo: t.expose('assignedTo', { type: 'Day', nullable: true, description: 'Last day of 交办 in the bucket.' }),
    count: t.exposeInt('count'),
    overdue: t.exposeInt('overdue', { description: 'Of those, past the due day.' }),
  }),
});
