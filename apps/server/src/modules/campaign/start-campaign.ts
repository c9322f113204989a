import { readPack } from '@duban/pack/read-pack';
import { offsetFrom } from '@duban/rules/business-clock';
import { loadClock } from '../../clock.ts';
import { db } from '../../database.ts';
import { loadPack } from './load-pack.ts';

/** The campaign that this product ships. Another is another folder of packages/pack. */
const packCode = 'zhumadian-2014';

export interface StartOptions {
  /** A real city: no demo data, the clock is the real one. Only meaningful on the first start. */
  empty: boolean;
  fixedToday?: string | undefined;
  log: (line: string) => void;
}

/**
 * Brings the campaign's tables up to the pack and sets the clock. On the first start it also decides, once and for all, whether this is a
 * demo, whose business clock runs on from the pack's start day. Answers whether it is one.
 */
export async function startCampaign({ empty, fixedToday, log }: StartOptions): Promise<boolean> {
  const isFirst = (await db.campaign.count()) === 0;
  const pack = await readPack(packCode);
  await loadPack(db, pack, { log });
  if (isFirst && !empty) {
    const { startOn, timeZone } = pack.campaign;
    await db.campaign.update({ where: { id: 1 }, data: { demo: true, clockOffsetDays: offsetFrom(startOn, new Date(), timeZone) } });
  }
  await loadClock(fixedToday);
  return (await db.campaign.findUniqueOrThrow({ where: { id: 1 }, select: { demo: true } })).demo;
}
