import { builder } from '../graphql/builder.ts';
import type { ChannelMonth } from './channel-months.ts';

export const ChannelMonthType = builder.objectRef<ChannelMonth>('ChannelMonth').implement({
  description: 'What came in a month through a channel.',
  fields: (t) => ({
    month: t.exposeString('month', { description: '`2014-09`.' }),
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day', description: 'The last day of the month, or the as-of day.' }),
    channel: t.exposeID('channel', { description: "Code of the register's dictionary of channels." }),
    channelName: t.exposeString('channelName'),
    channelNameEn: t.exposeString('channelNameEn'),
    count: t.exposeInt('count'),
  }),
});
