import type { publicProblemRegister } from '@duban/ledger/registers/public-problem';
import type { RowOf } from '@duban/ledger/sheet';
import type { World } from './world.ts';

export type PublicProblemRow = RowOf<typeof publicProblemRegister.sheets.main>;

export function publicProblems(_world: World, _count: number): PublicProblemRow[] {
  return [];
}
