import { createLookup, type Lookup } from '@duban/ledger/lookup';
import { registers } from '@duban/ledger/registers/all';
import { writeWorkbook } from '@duban/ledger/write';
import { type ItemKind, itemKinds } from '@duban/rules/vocabulary';
import { type DemoLedgers, makeLedgers } from './ledgers.ts';
import { createWorld, type World } from './world.ts';

/** A ledger of the demo as a city would send it in. */
export interface DemoWorkbook {
  kind: ItemKind;
  /** E.g. `十个方面问题台账（示例数据）.xlsx`. */
  fileName: string;
  bytes: Uint8Array;
}

/** The six demo ledgers as workbooks; their notes say 示例数据, and complainants (placeholders) are in them. */
export async function demoWorkbooks(seed = 'duban'): Promise<DemoWorkbook[]> {
  const world = await createWorld(seed);
  const ledgers = makeLedgers(world);
  const lookup = lookupOf(world);
  return Promise.all(
    itemKinds.map(async (kind) => ({
      kind,
      fileName: `${registers[kind].title}（示例数据）.xlsx`,
      bytes: await bytesOf(kind, ledgers, lookup),
    })),
  );
}

/** Names of the pack, as ledgers use them. */
export function lookupOf({ pack }: World): Lookup {
  return createLookup({ cityName: pack.campaign.cityName, units: pack.units, posts: pack.posts, terms: pack.terms });
}

function bytesOf<K extends ItemKind>(kind: K, ledgers: DemoLedgers, lookup: Lookup): Promise<Uint8Array> {
  return writeWorkbook(registers[kind], ledgers[kind], { lookup, demo: true, withPersonal: true });
}
