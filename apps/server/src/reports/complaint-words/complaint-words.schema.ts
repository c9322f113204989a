import { builder } from '../../graphql/builder.ts';
import { badInput } from '../../graphql/errors.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type ComplaintWord, complaintWords } from './complaint-words.query.ts';

const ComplaintWordType = builder.objectRef<ComplaintWord>('ComplaintWord').implement({
  description: 'A word that the facts of several complaints hold.',
  fields: (t) => ({
    word: t.exposeString('word'),
    count: t.exposeInt('count', { description: 'Complaints whose facts hold it, each once.' }),
    from: t.expose('from', { type: 'Day', description: 'First day of receipt counted.' }),
    to: t.expose('to', { type: 'Day', description: 'Last day of receipt counted.' }),
  }),
});

builder.queryFields((t) => ({
  complaintWords: t.withAuth({ signedIn: true }).field({
    type: [ComplaintWordType],
    description: 'Hot words of the facts of complaints, twelve months at most, the most frequent first.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }), first: t.arg.int({ defaultValue: 20 }) },
    resolve: (_root, { asOf, filter, first }, { viewer }) => {
      const size = first ?? 20;
      if (size < 1 || size > 100) throw badInput('热词一次取 1 到 100 个。');
      return complaintWords(viewer, asOfDay(asOf), filter ?? {}, size);
    },
  }),
}));
