import { type AuditResult, verifyAudit } from './verify-audit.ts';

/** A verification that an audit administrator asked for. Kept in memory: after a restart one asks again. */
export interface VerificationRun {
  startedAt: Date;
  startedBy: string;
  endedAt: Date | null;
  /** Item events checked so far. */
  checked: number;
  result: AuditResult | null;
  /** It could not be carried to its end (the database went away, say): nothing is known then. */
  failed: boolean;
}

let latest: VerificationRun | null = null;

/** The run under way, or the last one. */
export function latestVerification(): VerificationRun | null {
  return latest;
}

/** Begins a verification in the background; while one is under way, answers that one. */
export function startVerification(startedBy: string): VerificationRun {
  if (latest && latest.endedAt === null) return latest;
  const run: VerificationRun = { startedAt: new Date(), startedBy, endedAt: null, checked: 0, result: null, failed: false };
  latest = run;
  const progress = (events: number) => {
    run.checked = events;
  };
  void verifyAudit({ progress })
    .then(
      (result) => {
        run.result = result;
      },
      () => {
        run.failed = true;
      },
    )
    .finally(() => {
      run.endedAt = new Date();
    });
  return run;
}
