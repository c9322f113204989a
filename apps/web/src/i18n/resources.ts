import type charts from './zh-CN/charts.json';
import type cockpit from './zh-CN/cockpit.json';
import type common from './zh-CN/common.json';
import type complaints from './zh-CN/complaints.json';
import type errors from './zh-CN/errors.json';
import type exchange from './zh-CN/exchange.json';
import type hardProblems from './zh-CN/hard-problems.json';
import type item from './zh-CN/item.json';
import type ledger from './zh-CN/ledger.json';
import type livelihoodWorks from './zh-CN/livelihood-works.json';
import type nav from './zh-CN/nav.json';
import type policy from './zh-CN/policy.json';
import type serviceProjects from './zh-CN/service-projects.json';
import type session from './zh-CN/session.json';
import type styleProblems from './zh-CN/style-problems.json';
import type tables from './zh-CN/tables.json';
import type terms from './zh-CN/terms.json';

/** One namespace per JSON file. A page adds its own file in `zh-CN/` and `en/`, and its line here. */
export type Resources = {
  charts: typeof charts;
  cockpit: typeof cockpit;
  common: typeof common;
  complaints: typeof complaints;
  errors: typeof errors;
  ledger: typeof ledger;
  'hard-problems': typeof hardProblems;
  item: typeof item;
  exchange: typeof exchange;
  'livelihood-works': typeof livelihoodWorks;
  nav: typeof nav;
  policy: typeof policy;
  'service-projects': typeof serviceProjects;
  session: typeof session;
  'style-problems': typeof styleProblems;
  tables: typeof tables;
  terms: typeof terms;
};
