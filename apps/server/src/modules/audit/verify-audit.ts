import type pg from 'pg';
import { transaction } from '../../database.ts';
import { registerFault } from '../accountability/record-chain.ts';
import { visitsFault } from '../visit/visit-chain.ts';
import { anchorFile, readAnchorLines } from './anchor-file.ts';
import { readAnchors, verifyAnchorLines, verifyAnchors } from './verify-anchors.ts';
import { verifyItems } from './verify-items.ts';
import { verifySystem } from './verify-system.ts';

/** The parts of a verification, in order. */
export const auditParts = ['ITEMS', 'SYSTEM', 'ANCHORS', 'FILE'] as const;
export type AuditPart = (typeof auditParts)[number];

/** How far a part holds, and the first place where it doesn't, in words. */
export interface PartResult {
  count: number;
  fault: string | null;
}

export interface AuditResult {
  parts: ({ part: AuditPart } & PartResult)[];
  isIntact: boolean;
  /** The first fault of all. */
  fault: string | null;
}

/** Told how many item events were checked so far. */
export type Progress = (events: number) => void;

export interface VerifyOptions {
  /** Default: the one in the data folder. */
  file?: string;
  progress?: Progress;
}

/**
 * Checks the whole history as it stands at this moment, while others go on working: every item's chain and the item's row against it, the
 * system chain with the register of accountability and the visits that it witnesses, every anchor, and the anchors' file. Reads by cursor, with the same
 * memory however long the history.
 */
export function verifyAudit(options: VerifyOptions = {}): Promise<AuditResult> {
  return transaction(async (tx) => {
    // One snapshot for all parts; sorting a long history may take longer than a request may.
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await tx.query('SET LOCAL statement_timeout = 0');
    return verifyIn(tx, options);
  });
}

/** The same within the caller's transaction. */
export async function verifyIn(
  tx: pg.PoolClient,
  { file = anchorFile(), progress = () => undefined }: VerifyOptions,
): Promise<AuditResult> {
  // The file before the snapshot, which the first query takes: an anchor is committed before its line is written.
  const lines = await readAnchorLines(file);
  const anchors = await readAnchors(tx);
  const system = await verifySystem(tx);
  const parts: AuditResult['parts'] = [
    { part: 'ITEMS', ...(await verifyItems(tx, progress)) },
    { part: 'SYSTEM', ...system, fault: system.fault ?? (await registerFault(tx)) ?? (await visitsFault(tx)) },
    { part: 'ANCHORS', ...(await verifyAnchors(tx, anchors)) },
    { part: 'FILE', ...verifyAnchorLines(anchors, lines.length < anchors.length ? await linesByNow(file, anchors.length) : lines) },
  ];
  const fault = parts.find((part) => part.fault !== null)?.fault ?? null;
  return { parts, isIntact: fault === null, fault };
}

/** The lines of the snapshot's anchors again: the line of one made just before it may have been under way. */
async function linesByNow(file: string, anchors: number): Promise<string[]> {
  return (await readAnchorLines(file)).slice(0, anchors);
}
