import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { errorCode, LaunchError } from './launch-error.ts';
import { makeSocketDirectory, type Placement } from './placement.ts';
import { programPath } from './programs.ts';

/** A postmaster as its `postmaster.pid` describes it. */
export type Postmaster = { pid: number; port: number; socketDir: string };

/** How a cluster trades safety for speed: `data` survives a power cut, `scratch` is for tests. */
export type Durability = 'data' | 'scratch';

/** PostgreSQL inherits none of our environment: PGPORT or PGDATA of the shell must not reach it. */
const CLEAN_ENV = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC', ...(process.platform === 'win32' ? process.env : {}) };

/** Options for a child process that runs as the database's user. */
export function spawnOptions({ user }: Placement) {
  return { cwd: process.platform === 'win32' ? undefined : '/', env: CLEAN_ENV, ...(user && { uid: user.uid, gid: user.gid }) };
}

/** The postmaster that holds the data directory, or undefined when none is alive; a left-over file that would block a start is removed. */
export function runningPostmaster({ dataDir }: Placement): Postmaster | undefined {
  const file = path.join(dataDir, 'postmaster.pid');
  const lines = readOrEmpty(file).split('\n');
  const pid = Number(lines[0]);
  if (!pid) return undefined;
  if (!isPostgres(pid)) {
    fs.rmSync(file, { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[3]), socketDir: lines[4] ?? '' };
}

/** Is `pid` alive, and PostgreSQL? After a reboot its number may belong to another program. */
function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') return readOrEmpty(`/proc/${pid}/cmdline`).includes('postgres');
  return (
    process.platform === 'win32' || spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes('postgres')
  );
}

/** Is there a process of this number, ours or another user's? */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function readOrEmpty(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Starts PostgreSQL apart from the terminal's process group. Resolves once it is spawned; `exited` then tells of an early end. */
export async function spawnPostmaster(placement: Placement, durability: Durability): Promise<{ exited: () => string | undefined }> {
  makeSocketDirectory(placement);
  const logFile = logPath(placement);
  const log = fs.openSync(logFile, tooLong(logFile) ? 'w' : 'a', 0o600);
  const start = readOrEmpty(logFile).length;
  const child = spawn(programPath(placement.binDir, 'postgres'), ['-D', placement.dataDir, ...(await settings(placement, durability))], {
    ...spawnOptions(placement),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  let end: string | undefined;
  child.on('error', (error) => {
    end = error.message;
  });
  child.on('exit', (code) => {
    end = `exit ${code}`;
  });
  child.unref();
  return { exited: () => end && (readOrEmpty(logFile).slice(start).trim() || end) };
}

/** PostgreSQL's log; beside the data directory, because root must not write into a directory that another user owns. */
export function logPath({ dataDir }: Placement): string {
  return `${dataDir}.log`;
}

function tooLong(file: string): boolean {
  return (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000;
}

/** Settings of a small machine. Errors are logged without statements and details, which hold personal data. */
async function settings({ socketDir }: Placement, durability: Durability): Promise<string[]> {
  const scratch = durability === 'scratch';
  const values: Record<string, string | number> = {
    ...(process.platform === 'win32'
      ? { listen_addresses: '127.0.0.1', port: await freePort(), unix_socket_directories: '' }
      : { listen_addresses: '', port: 5432, unix_socket_directories: socketDir, unix_socket_permissions: '0700' }),
    ...(process.platform === 'linux' && { client_connection_check_interval: '5s' }),
    max_connections: scratch ? 200 : 60,
    shared_buffers: '128MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_statement: 'none',
    log_checkpoints: 'off',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    fsync: scratch ? 'off' : 'on',
    ...(scratch && { synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '2GB' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Ends sessions, flushes and stops; at once and without flushing only when that takes over a minute. */
export function stopPostmaster(placement: Placement): void {
  for (const mode of ['fast', 'immediate']) {
    const stopped = pgCtl(placement, ['stop', '-D', placement.dataDir, '-m', mode, '-w', '-t', '60']);
    if (stopped || !runningPostmaster(placement)) return;
  }
  throw new LaunchError(`PostgreSQL 没有停下来,日志见 ${logPath(placement)}。`);
}

function pgCtl(placement: Placement, args: string[]): boolean {
  return spawnSync(programPath(placement.binDir, 'pg_ctl'), args, { ...spawnOptions(placement), stdio: 'ignore' }).status === 0;
}
