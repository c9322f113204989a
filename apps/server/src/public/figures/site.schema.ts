import { clock } from '../../clock.ts';
import { db } from '../../database.ts';
import { shared } from '../../shared.ts';
import { builder } from '../builder.ts';

interface Site {
  cityName: string;
  title: string;
  titleEn: string;
  demo: boolean;
  timeZone: string;
}

const SiteType = builder.objectRef<Site>('Site').implement({
  description: 'The city and its campaign.',
  fields: (t) => ({
    cityName: t.exposeString('cityName'),
    title: t.exposeString('title'),
    titleEn: t.exposeString('titleEn'),
    asOf: t.field({ type: 'Day', description: 'Business day that every figure stands for.', resolve: () => clock.today() }),
    isDemo: t.exposeBoolean('demo', { description: 'True while everything shown is 示例数据.' }),
    timeZone: t.exposeString('timeZone', { description: 'IANA zone in which days begin and end.' }),
  }),
});

const select = { cityName: true, title: true, titleEn: true, demo: true, timeZone: true } as const;

builder.queryFields((t) => ({
  site: t.field({
    type: SiteType,
    resolve: () => shared('site', () => db.campaign.findUniqueOrThrow({ where: { id: 1 }, select })),
  }),
}));
