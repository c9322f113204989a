import type { rectificationProblemRegister } from '@duban/ledger/registers/rectification-problem';
import type { RowOf } from '@duban/ledger/sheet';
import type { World } from './world.ts';

export type RectificationRow = RowOf<typeof rectificationProblemRegister.sheets.main>;

export function rectificationProblems(_world: World, _count: number): RectificationRow[] {
  return [];
}
