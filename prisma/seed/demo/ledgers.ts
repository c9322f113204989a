import type { RegisterData } from '@duban/ledger/register';
import type { RegisterOf } from '@duban/ledger/registers/all';
import type { ItemKind } from '@duban/rules/vocabulary';
import { complaints } from './complaints.ts';
import { hardProblems } from './hard-problems.ts';
import { livelihoodWorks } from './livelihood-works.ts';
import { publicProblems } from './public-problems.ts';
import { rectificationProblems } from './rectification-problems.ts';
import { serviceProjects } from './service-projects.ts';
import { styleProblems } from './style-problems.ts';
import { supervisionTasks } from './supervision-tasks.ts';
import type { World } from './world.ts';

/** Rows of the ledgers, by register and sheet. */
export type DemoLedgers = { [K in ItemKind]: RegisterData<RegisterOf<K>> };

/** Items of each register in the demo. */
const sizes = {
  STYLE_PROBLEM: 660,
  SERVICE_PROJECT: 60,
  HARD_PROBLEM: 161,
  LIVELIHOOD_WORK: 38,
  COMPLAINT: 420,
  SUPERVISION_TASK: 60,
  PUBLIC_PROBLEM: 360,
  RECTIFICATION_PROBLEM: 260,
} as const satisfies Record<ItemKind, number>;

/** The ledgers as they stand on the day of the world; `scale` multiplies their length. */
export function makeLedgers(world: World, scale = 1): DemoLedgers {
  return {
    STYLE_PROBLEM: { main: styleProblems(world, Math.round(sizes.STYLE_PROBLEM * scale)) },
    SERVICE_PROJECT: { ...serviceProjects(world, Math.round(sizes.SERVICE_PROJECT * scale)) },
    HARD_PROBLEM: { ...hardProblems(world, scale) },
    LIVELIHOOD_WORK: { ...livelihoodWorks(world, scale) },
    COMPLAINT: { main: complaints(world, Math.round(sizes.COMPLAINT * scale)) },
    SUPERVISION_TASK: { main: supervisionTasks(world, Math.round(sizes.SUPERVISION_TASK * scale)) },
    PUBLIC_PROBLEM: { main: publicProblems(world, Math.round(sizes.PUBLIC_PROBLEM * scale)) },
    RECTIFICATION_PROBLEM: { main: rectificationProblems(world, Math.round(sizes.RECTIFICATION_PROBLEM * scale)) },
  };
}

/** About `count` items in the proportions of the demo, for measurements. */
export function makeLarge(world: World, count: number): DemoLedgers {
  return makeLedgers(world, count / Object.values(sizes).reduce((sum, size) => sum + size, 0));
}
