import type { ItemKind } from '@duban/rules/vocabulary';
import { complaintAdapter } from './complaint.ts';
import { hardProblemAdapter } from './hard-problem.ts';
import { livelihoodWorkAdapter } from './livelihood-work.ts';
import { publicProblemAdapter } from './public-problem.ts';
import { rectificationProblemAdapter } from './rectification-problem.ts';
import type { RegisterAdapter } from './register-adapter.ts';
import { serviceProjectAdapter } from './service-project.ts';
import { styleProblemAdapter } from './style-problem.ts';
import { supervisionTaskAdapter } from './supervision-task.ts';

/** Each register's way into the database. */
export const adapters: { [K in ItemKind]: RegisterAdapter<K> } = {
  STYLE_PROBLEM: styleProblemAdapter,
  SERVICE_PROJECT: serviceProjectAdapter,
  HARD_PROBLEM: hardProblemAdapter,
  LIVELIHOOD_WORK: livelihoodWorkAdapter,
  COMPLAINT: complaintAdapter,
  SUPERVISION_TASK: supervisionTaskAdapter,
  PUBLIC_PROBLEM: publicProblemAdapter,
  RECTIFICATION_PROBLEM: rectificationProblemAdapter,
};

/** The adapter of a kind that is known only at run time. */
export function adapterOf<K extends ItemKind>(kind: K): RegisterAdapter<K> {
  return adapters[kind] as RegisterAdapter<K>;
}
