/** Where imports tell of what nobody foresaw. */
export interface ImportLog {
  error(details: object, message: string): void;
}

let log: ImportLog | null = null;

/** Sends them to the server's log from now on. */
export function useImportLog(target: ImportLog): void {
  log = target;
}

export function logImportError(error: unknown, id: string, runId: string): void {
  log?.error({ err: error, id, runId }, 'import failed');
}
