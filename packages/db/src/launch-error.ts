/** A failure that its reader can mend: the message is one Chinese sentence saying what is wrong and what to do; print it without a stack. */
export class LaunchError extends Error {
  override readonly name = 'LaunchError';
}

/** The code that Node or PostgreSQL put on an error (`ECONNREFUSED`, `57P03`), or undefined. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof AggregateError ? errorCode(error.errors[0]) : undefined;
}
