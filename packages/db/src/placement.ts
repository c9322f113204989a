import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { canReach, type DatabaseUser, databaseUser } from './database-user.ts';
import { errorCode, LaunchError } from './launch-error.ts';
import { copyForEveryone, hydrateSymlinks, type Programs } from './programs.ts';

/** Where one embedded PostgreSQL lives and whom it runs as. */
export type Placement = {
  /** The cluster's data directory; its parent belongs to us. */
  dataDir: string;
  /** PostgreSQL's programs. */
  binDir: string;
  /** Short directory for the unix socket (a long socket path fails). */
  socketDir: string;
  user: DatabaseUser | undefined;
};

/** Where a tree that the database's user can't reach (under /root, a 0700 clone) keeps its data and a copy of the programs. */
const SHARED_HOME = '/var/lib/duban';

/** Twelve hex digits that stand for a path. */
export function pathHash(file: string): string {
  return createHash('sha256').update(file).digest('hex').slice(0, 12);
}

/**
 * Chooses the directories for a cluster that should live in `home`, and makes them.
 * As root, when the database's user can't reach them, the data go to /var/lib/duban, with a copy of the programs if need be.
 */
export function place(home: string, programs: Programs): Placement {
  makeDirectory(home);
  const realHome = fs.realpathSync(home);
  if (programs.package) hydrateSymlinks(programs.package.dir);
  return reachable(realHome, programs) ?? sharedPlacement(realHome, programs);
}

function reachable(home: string, programs: Programs): Placement | undefined {
  const dataDir = path.join(home, `pgdata-${programs.major}`);
  const user = databaseUser(dataDir);
  if (!user || canReach(user, home, programs.binDir)) return placementAt(dataDir, programs.binDir, user);
  if (!fs.existsSync(dataDir)) return undefined;
  throw new LaunchError(`数据目录 ${dataDir} 属于用户 ${user.name},但该用户进不了这个目录。请把程序移回原处,或用该用户启动。`);
}

function sharedPlacement(home: string, programs: Programs): Placement {
  const shared = path.join(SHARED_HOME, pathHash(home));
  for (const dir of [SHARED_HOME, shared]) {
    makeDirectory(dir);
    fs.chmodSync(dir, 0o755);
  }
  fs.writeFileSync(path.join(shared, 'origin'), `${home}\n`);
  const dataDir = path.join(shared, `pgdata-${programs.major}`);
  const user = databaseUser(dataDir);
  const reachesPrograms = !user || canReach(user, shared, programs.binDir);
  const binDir = reachesPrograms || !programs.package ? programs.binDir : copyForEveryone(programs.package, shared);
  if (user && !canReach(user, shared, binDir)) {
    throw new LaunchError(`用户 ${user.name} 不能运行 ${binDir} 中的 PostgreSQL。请检查该目录的权限与挂载选项,或设置 DATABASE_URL。`);
  }
  return placementAt(dataDir, binDir, user);
}

function placementAt(dataDir: string, binDir: string, user: DatabaseUser | undefined): Placement {
  return { dataDir, binDir, user, socketDir: `/tmp/duban-${pathHash(dataDir)}` };
}

function makeDirectory(dir: string): void {
  try {
    fs.mkdirSync(dir, { recursive: true });
    fs.accessSync(dir, fs.constants.W_OK);
  } catch (error) {
    throw new LaunchError(`没有写权限:${dir}(${errorCode(error)})。请换一个可写的目录,或改正该目录的属主后再启动。`);
  }
}

/** The socket directory is ours alone: one that someone else made there beforehand is refused. */
export function makeSocketDirectory({ socketDir, user }: Placement): void {
  if (process.platform === 'win32') return;
  fs.mkdirSync(socketDir, { mode: 0o700, recursive: true });
  const stat = fs.lstatSync(socketDir);
  const owners = [process.getuid?.(), user?.uid];
  if (!stat.isDirectory() || !owners.includes(stat.uid)) {
    throw new LaunchError(`${socketDir} 已被其他用户占用(uid ${stat.uid})。请删除它后再启动。`);
  }
  if (user) fs.chownSync(socketDir, user.uid, user.gid);
  fs.chmodSync(socketDir, 0o700);
}
