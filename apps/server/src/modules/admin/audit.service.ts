import { transaction } from '../../database.ts';
import { verifySystem } from '../audit/verify-system.ts';

/** Whether the system chain is whole. */
export interface ChainCheck {
  count: number;
  isIntact: boolean;
  /** The first entry that doesn't follow from those before. */
  brokenAt: number | null;
}

/** Computes every hash of the system chain anew, from its first entry. */
export async function checkSystemChain(): Promise<ChainCheck> {
  const { count, fault } = await transaction((tx) => verifySystem(tx));
  return { count, isIntact: fault === null, brokenAt: fault === null ? null : count + 1 };
}
