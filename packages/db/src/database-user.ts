import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { LaunchError } from './launch-error.ts';

/** The account that PostgreSQL runs as when we are root (it refuses to run as root). */
export type DatabaseUser = { uid: number; gid: number; name: string };

/** True when this process is root on a system that has users. */
export function runningAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The account for a data directory, or undefined when PostgreSQL can run as ourselves.
 * An existing directory keeps its owner; a new one goes to `postgres`, else to `nobody`.
 */
export function databaseUser(dataDir: string): DatabaseUser | undefined {
  if (!runningAsRoot()) return undefined;
  const owner = fs.statSync(dataDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: String(owner.uid) };
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (!user)
    throw new LaunchError('PostgreSQL 不能以 root 运行,而本机没有 postgres 或 nobody 用户。请用普通用户启动,或设置 DATABASE_URL。');
  return user;
}

function lookUp(name: string): DatabaseUser | undefined {
  const line = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid && Number(uid) > 0 ? { uid: Number(uid), gid: Number(gid), name } : undefined;
}

/** Can `user` enter `dir`, and run the PostgreSQL in `binDir`? */
export function canReach(user: DatabaseUser, dir: string, binDir: string): boolean {
  const script = 'cd "$1" && exec "$2/postgres" --version';
  const tried = spawnSync('/bin/sh', ['-c', script, 'sh', dir, binDir], { cwd: '/', uid: user.uid, gid: user.gid, env: {} });
  if (tried.error) {
    throw new LaunchError(`不能切换到用户 ${user.name} 运行 PostgreSQL(${tried.error.message})。请用普通用户启动,或设置 DATABASE_URL。`);
  }
  return tried.status === 0;
}
