import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const homes = ['/usr/lib/postgresql', '/usr/local/pgsql', '/opt/homebrew/opt', '/usr/local/opt'];

/** The folder of programs of the newest PostgreSQL (15 or newer) installed on this machine, or undefined. */
export function installedPostgresql() {
  const folders = homes
    .filter((home) => fs.existsSync(home))
    .flatMap((home) => [home, ...fs.readdirSync(home).map((name) => path.join(home, name))]);
  const found = folders
    .map((folder) => path.join(folder, 'bin'))
    .filter((folder) => ['initdb', 'pg_ctl', 'postgres'].every((program) => fs.existsSync(path.join(folder, program))))
    .map((folder) => ({ folder, major: majorOf(folder) }))
    .filter(({ major }) => major >= 15)
    .sort((a, b) => b.major - a.major);
  return found[0]?.folder;
}

function majorOf(folder) {
  try {
    return Number(/\d+/.exec(execFileSync(path.join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }))[0]);
  } catch {
    return 0;
  }
}
