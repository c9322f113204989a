import { spawn } from 'node:child_process';
import path from 'node:path';
import { inRoot, root } from './paths.mjs';

const windows = process.platform === 'win32';

/** Path of a command that a package's dependencies bring, such as `bin('apps/web', 'vite')`. */
export function bin(folder, name) {
  return inRoot(folder, 'node_modules', '.bin', windows ? `${name}.cmd` : name);
}

/** Runs a program to its end. Its output goes to the terminal, or into the answer when `quiet`. */
export function run(command, args, { cwd = root, env = process.env, quiet = false, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: path.resolve(root, cwd),
      env,
      timeout: timeoutMs,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: windows && /\.cmd$/.test(command),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ ok: false, code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => resolve({ ok: code === 0, code: code ?? signal, output }));
  });
}
