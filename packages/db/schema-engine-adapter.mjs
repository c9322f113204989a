import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const CHAR_OID = 18;
const BPCHAR_OID = 1042;

/** What the schema engine connects through: the database at `url`, and a shadow database made beside it for each run and dropped after. */
export function adapterFactory(url) {
  const main = new PrismaPg(connectionOptions(url));
  return {
    provider: main.provider,
    adapterName: main.adapterName,
    connect: async () => mended(await main.connect()),
    connectToShadowDb: () => connectToShadow(url),
  };
}

async function connectToShadow(url) {
  const database = `prisma_migrate_shadow_db_${randomUUID()}`;
  await run(url, `CREATE DATABASE "${database}"`);
  const adapter = await new PrismaPg(connectionOptions(url, database)).connect();
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await run(url, `DROP DATABASE "${database}" WITH (FORCE)`);
  };
  return mended(adapter);
}

/** Never a connection string: the adapter would read the database's name from it and run the shadow's statements on the main database. */
function connectionOptions(url, database) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    host: searchParams.get('host') ?? hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password) || undefined,
    database: database ?? decodeURIComponent(pathname.slice(1)),
  };
}

async function run(url, sql) {
  const client = new pg.Client(connectionOptions(url));
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** Mends what the adapter can't do yet: run a script with function bodies, and read pg_catalog's one-byte "char". */
function mended(adapter) {
  // Its own executeScript splits at every semicolon.
  adapter.executeScript = async (script) => {
    await adapter
      .underlyingDriver()
      .query(script)
      .catch((error) => adapter.onError(error));
  };
  return readingChar(adapter);
}

/** adapter-pg 7 has no mapping for "char": lets it read such columns as bpchar, then names their type to the engine as one character. */
function readingChar(adapter) {
  const charColumns = new WeakMap();
  const performIO = adapter.performIO.bind(adapter);
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    const fields = (result.fields ?? []).filter(({ dataTypeID }) => dataTypeID === CHAR_OID);
    charColumns.set(query, new Set(fields.map(({ name }) => name)));
    for (const field of fields) field.dataTypeID = BPCHAR_OID;
    return result;
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type, i) =>
      charColumns.get(query)?.has(result.columnNames[i]) ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  const start = adapter.startTransaction?.bind(adapter);
  if (start) adapter.startTransaction = async (...args) => readingChar(await start(...args));
  return adapter;
}
