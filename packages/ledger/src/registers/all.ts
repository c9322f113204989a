import type { ItemKind } from '@duban/rules/vocabulary';
import { complaintRegister } from './complaint.ts';
import { hardProblemRegister } from './hard-problem.ts';
import { livelihoodWorkRegister } from './livelihood-work.ts';
import { publicProblemRegister } from './public-problem.ts';
import { rectificationProblemRegister } from './rectification-problem.ts';
import { serviceProjectRegister } from './service-project.ts';
import { styleProblemRegister } from './style-problem.ts';
import { supervisionTaskRegister } from './supervision-task.ts';

/** Each register's workbook by the kind of its items. */
export const registers = {
  STYLE_PROBLEM: styleProblemRegister,
  SERVICE_PROJECT: serviceProjectRegister,
  HARD_PROBLEM: hardProblemRegister,
  LIVELIHOOD_WORK: livelihoodWorkRegister,
  COMPLAINT: complaintRegister,
  SUPERVISION_TASK: supervisionTaskRegister,
  PUBLIC_PROBLEM: publicProblemRegister,
  RECTIFICATION_PROBLEM: rectificationProblemRegister,
} as const satisfies Record<ItemKind, unknown>;

/** The register type of a kind, e.g. `RegisterOf<'COMPLAINT'>`. */
export type RegisterOf<K extends ItemKind> = (typeof registers)[K];
