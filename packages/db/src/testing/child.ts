import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../../../..', import.meta.url));

/** Runs one of the programs beside this file in a process of its own. */
export function startProgram(name: string, args: string[]): ChildProcess {
  const program = fileURLToPath(new URL(name, import.meta.url));
  return spawn(process.execPath, ['--import', 'tsx', program, ...args], { cwd: checkout, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The first line that a program writes. */
export async function firstLine(child: ChildProcess): Promise<string> {
  const [line] = (await once(readline.createInterface({ input: child.stdout! }), 'line')) as [string];
  return line;
}

/** Ends a program by a signal and waits until it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
