import { createLookup } from '@duban/ledger/lookup';
import { registers } from '@duban/ledger/registers/all';
import { writeWorkbook } from '@duban/ledger/write';
import type { Pack } from '@duban/pack/pack';
import { type ItemKind, itemKinds } from '@duban/rules/vocabulary';
import { type DemoLedgers, makeLedgers } from './ledgers.ts';
import { createWorld } from './world.ts';

/** A demo ledger as a clerk would upload it. */
export interface DemoWorkbook {
  kind: ItemKind;
  fileName: string;
  bytes: Uint8Array;
}

/** The demo's dice; another seed is another city. */
export const demoSeed = 'duban';

/** The five ledgers as .xlsx, one after the other. The same seed makes the same cells. */
export async function* makeWorkbooks(seed = demoSeed): AsyncGenerator<DemoWorkbook> {
  const world = await createWorld(seed);
  const ledgers = makeLedgers(world);
  for (const kind of itemKinds)
    yield { kind, fileName: `${registers[kind].title}（示例数据）.xlsx`, bytes: await workbookOf(kind, ledgers, world.pack) };
}

function workbookOf<K extends ItemKind>(kind: K, ledgers: DemoLedgers, pack: Pack): Promise<Uint8Array> {
  const lookup = createLookup({ cityName: pack.campaign.cityName, units: pack.units, posts: pack.posts, terms: pack.terms });
  return writeWorkbook(registers[kind], ledgers[kind], { lookup, demo: true, withPersonal: true });
}
