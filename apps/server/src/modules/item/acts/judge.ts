import { isUnlit, neverLit } from '@duban/rules/lights';
import type pg from 'pg';
import { sql } from '../../../database.ts';
import { adapterOf } from '../../../registers/adapters.ts';
import { standingNow } from '../../../registers/item-life.ts';
import type { LedgerContext } from '../../../registers/ledger-context.ts';
import { readEntries } from '../../../registers/read-entries.ts';
import type { Measure } from '../../../registers/register-adapter.ts';
import type { Standing } from '../item-change.ts';
import { type LockedItem, type LockedPart, standingOf, standingOfPart } from '../locked-item.ts';

/** What a light is judged by. */
export interface Judged {
  state: Standing['state'];
  assignedOn: string;
  dueOn: string;
}

const isDark = (state: Standing['state']) => isUnlit(state) || state === 'SUSPENDED';

/**
 * Standings of an item and its parts after an act. The register is read only where a light has to be judged anew: when a clock starts, a limit
 * moves, or a light comes on again; else the light dates stay as they are.
 */
export function judgeOf(tx: pg.PoolClient, item: LockedItem, context: () => Promise<LedgerContext>) {
  let measured: Promise<Measure> | undefined;
  const measure = () => {
    measured ??= measureOf(tx, item, context);
    return measured;
  };
  const judge = async (before: (Judged & { standing: Standing }) | null, after: Judged, fresh = false): Promise<Standing> => {
    if (isDark(after.state) && !fresh)
      return {
        state: after.state,
        progressPercent: before?.standing.progressPercent ?? item.progress_percent,
        dueOn: after.dueOn,
        ...neverLit,
      };
    const isSame =
      before !== null && !fresh && !isDark(before.state) && before.assignedOn === after.assignedOn && before.dueOn === after.dueOn;
    if (isSame) return { ...before.standing, state: after.state };
    return standingNow(item.kind, await measure(), after, await context());
  };
  return {
    /** `fresh`: the register's own rows have changed. */
    item: (after: Judged, fresh: boolean) =>
      judge({ state: item.state, assignedOn: item.assigned_on, dueOn: item.due_on, standing: standingOf(item, item.due_on) }, after, fresh),
    part: (part: LockedPart | null, after: Judged, fresh: boolean) =>
      judge(
        part && { state: part.state, assignedOn: part.assigned_on, dueOn: part.due_on, standing: standingOfPart(part, item) },
        after,
        fresh,
      ),
  };
}

async function measureOf(tx: pg.PoolClient, item: LockedItem, context: () => Promise<LedgerContext>): Promise<Measure> {
  const [stored] = await readEntries(item.kind, sql`i.id = ${item.id}::uuid`, { withPersonal: false, runner: tx });
  return adapterOf(item.kind).measure(stored!.entry, await context());
}
