import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { LaunchError } from './launch-error.ts';
import type { Placement } from './placement.ts';
import { isAlive, spawnOptions } from './postmaster.ts';
import { programPath } from './programs.ts';

/** The cluster's superuser; only the launcher connects as it. */
export const SUPERUSER = 'postgres';

/** Makes the data directory if there is none. It is built aside and renamed, so that one killed halfway leaves nothing that looks whole. */
export function ensureCluster(placement: Placement): void {
  const { dataDir } = placement;
  if (fs.existsSync(dataDir)) {
    assertOwnData(placement);
    return;
  }
  removeLeftovers(dataDir);
  const partial = `${dataDir}.new-${process.pid}`;
  fs.mkdirSync(partial, { mode: 0o700 });
  if (placement.user) fs.chownSync(partial, placement.user.uid, placement.user.gid);
  initialise(placement, partial);
  try {
    fs.renameSync(partial, dataDir);
  } catch (error) {
    fs.rmSync(partial, { recursive: true, force: true });
    if (!fs.existsSync(dataDir)) throw error;
  }
}

/** UTF-8, Chinese by pinyin (ICU), and a C.UTF-8 ctype: plain C breaks trigram search in Chinese. */
function initialise(placement: Placement, partial: string): void {
  const locale = ['--locale-provider=icu', '--icu-locale=zh-Hans-CN', '--lc-collate=C', '--lc-messages=C'];
  if (process.platform !== 'win32') locale.push(`--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`);
  const access = process.platform === 'win32' ? ['--auth=scram-sha-256', `--pwfile=${passwordFile(placement)}`] : ['--auth=trust'];
  const made = spawnSync(
    programPath(placement.binDir, 'initdb'),
    ['-D', partial, '-U', SUPERUSER, '--encoding=UTF8', ...locale, ...access],
    { ...spawnOptions(placement), encoding: 'utf8' },
  );
  if (made.status === 0) return;
  fs.rmSync(partial, { recursive: true, force: true });
  const reason = made.error?.message ?? made.stderr.trim().split('\n').at(-1);
  throw new LaunchError(`不能建立数据目录 ${placement.dataDir}:${reason}。请检查磁盘空间与目录权限,或设置 DATABASE_URL。`);
}

function assertOwnData({ dataDir, user }: Placement): void {
  const owner = fs.statSync(dataDir).uid;
  const ours = user?.uid ?? process.getuid?.() ?? owner;
  if (owner !== ours) throw new LaunchError(`数据目录 ${dataDir} 属于另一个用户(uid ${owner})。请用上次启动时的用户启动。`);
}

function removeLeftovers(dataDir: string): void {
  const prefix = `${path.basename(dataDir)}.new-`;
  for (const name of fs.readdirSync(path.dirname(dataDir)).filter((entry) => entry.startsWith(prefix))) {
    if (!isAlive(Number(name.slice(prefix.length)))) fs.rmSync(path.join(path.dirname(dataDir), name), { recursive: true, force: true });
  }
}

/** Windows has no private sockets here, so the superuser's password (random, made once) keeps others out of the loopback port. */
export function clusterPassword(placement: Placement): string | undefined {
  return process.platform === 'win32' ? fs.readFileSync(passwordFile(placement), 'utf8').trim() : undefined;
}

function passwordFile({ dataDir }: Placement): string {
  const file = `${dataDir}.password`;
  if (!fs.existsSync(file)) fs.writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  return file;
}
