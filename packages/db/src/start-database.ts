import path from 'node:path';
import pg from 'pg';
import { errorCode, LaunchError } from './launch-error.ts';
import { launch } from './launcher.ts';

/** A database ready for `migrate` and `createPool`. */
export type StartedDatabase = {
  url: string;
  /** Where the data are, for the operator to read: a directory, or `host:port/name` of a server. */
  where: string;
  /** Stops an embedded PostgreSQL; leaves a server of one's own alone. May be called twice. */
  close(): Promise<void>;
};

/** Which database to use. */
export type StartOptions = {
  /** The checkout. */
  rootDir: string;
  /** Where an embedded PostgreSQL keeps its data; default `<rootDir>/data`. */
  dataDir?: string | undefined;
  /** A PostgreSQL server of one's own (`DATABASE_URL`). */
  url?: string | undefined;
};

/**
 * The application's database: the server at `url` when given, otherwise an embedded PostgreSQL that it starts.
 * Throws LaunchError, whose message is for the operator.
 */
export async function startDatabase({ rootDir, dataDir, url }: StartOptions): Promise<StartedDatabase> {
  if (url) {
    await assertReachable(url);
    return { url, where: describe(url), close: async () => {} };
  }
  const database = await launch({ home: dataDir ?? path.join(rootDir, 'data'), durability: 'data', tenancy: 'exclusive' });
  return { url: database.url, where: database.dataDir, close: database.close };
}

async function assertReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: assertUrl(url), connectionTimeoutMillis: 5000 });
  client.on('error', () => {}); // reported by connect()
  try {
    await client.connect();
  } catch (error) {
    const code = errorCode(error);
    const advice =
      code === '3D000'
        ? '请先建库(createdb)'
        : code === '28P01' || code === '28000'
          ? '请核对用户名和密码'
          : '请核对地址和端口,并确认 PostgreSQL 已启动、允许本机连接';
    throw new LaunchError(`连不上 DATABASE_URL(${describe(url)}):${code ?? (error as Error).message}。${advice}。`);
  }
  await client.end();
}

function assertUrl(url: string): string {
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new LaunchError('DATABASE_URL 不是有效的地址。应形如 postgresql://用户:密码@主机:5432/库名。');
}

/** The address without its password. */
function describe(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? host}${pathname}`;
}
