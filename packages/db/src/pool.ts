import pg from 'pg';

/** The role of the running application: it may read and write rows as the migrations allow, and change no table. */
export const APP_ROLE = 'duban_app';

/** How the application's connections behave. */
export type PoolOptions = {
  /** Most connections at once; default 10. */
  max?: number;
  /** Shown in `pg_stat_activity`; must begin with `duban`, default `duban`. */
  applicationName?: `duban${string}`;
  /** A statement that runs longer is cancelled; default 15,000; 0 = no limit. */
  statementTimeoutMs?: number;
  /** Told of an idle connection that broke; the pool has already replaced it. */
  onIdleError?: (error: Error) => void;
};

/**
 * The application's connections to the database at `url`, as role `duban_app` once a migration has made it (else as the owner), in UTC.
 * Days (`date`) come back as `'YYYY-MM-DD'`, bigints as numbers; one beyond 2^53 throws RangeError.
 */
export async function createPool(url: string, options: PoolOptions = {}): Promise<pg.Pool> {
  const address = new URL(url);
  const ownSettings = address.searchParams.get('options') ?? '';
  address.searchParams.delete('options'); // pg lets the address win over its own `options`, which would lose the role
  const settings = [ownSettings, '-c TimeZone=UTC', (await hasAppRole(url)) ? `-c role=${APP_ROLE}` : ''];
  const pool = new pg.Pool({
    connectionString: address.href,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'duban',
    statement_timeout: options.statementTimeoutMs ?? 15_000,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    options: settings.filter(Boolean).join(' '),
    types: { getTypeParser },
  });
  pool.on('error', options.onIdleError ?? (() => {})); // without a listener Node would end the process
  return pool;
}

/** Is there an application role that we may take? */
async function hasAppRole(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `SELECT 1 FROM pg_roles WHERE rolname = $1
        AND pg_has_role(current_user, oid, CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END)`,
      [APP_ROLE],
    );
    return rowCount === 1;
  } finally {
    await client.end();
  }
}

const DATE = 1082;
const DATE_ARRAY = 1182;
const INT8 = 20;
const INT8_ARRAY = 1016;
const TEXT_ARRAY: number = 1009; // pg's types name only a few

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (format !== 'binary') {
    if (oid === DATE) return (text: string) => text;
    if (oid === DATE_ARRAY) return pg.types.getTypeParser(TEXT_ARRAY, 'text');
    if (oid === INT8) return safeInteger;
    if (oid === INT8_ARRAY) return (text: string) => parseTexts(text).map((item) => (item === null ? null : safeInteger(item)));
  }
  return pg.types.getTypeParser(oid, format);
}

const parseTexts = pg.types.getTypeParser(TEXT_ARRAY, 'text') as (text: string) => (string | null)[];

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`);
  return value;
}
