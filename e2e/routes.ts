/** Every route of the product with somebody who may see it. */
export const routes = [
  { path: '/', account: 'leader' },
  { path: '/style-problems', account: 'leader' },
  { path: '/service-projects', account: 'service' },
  { path: '/hard-problems', account: 'vicemayor' },
  { path: '/livelihood-works', account: 'leader' },
  { path: '/complaints', account: 'inspection' },
  { path: '/items', account: 'supervision' },
  { path: '/items/难-2014-0001', account: 'supervision' },
  { path: '/policy', account: 'leader' },
  { path: '/exchange', account: 'supervision' },
  { path: '/admin', account: 'sysadmin' },
  { path: '/password', account: 'leader' },
  { path: '/no-such-page', account: 'leader' },
] as const;
