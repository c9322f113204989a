/** A failure that the reader can mend: its message is one sentence saying what is wrong and what to do. */
export class Failure extends Error {
  name = 'Failure';
}

/** Runs a command's `main`, ending with one line and exit code 1 when it fails in a way we know. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error && (error instanceof Failure || error.name === 'LaunchError') ? `\n✗ ${error.message}` : error);
    process.exitCode = 1;
  }
}

/** Refuses a Node older than the one that package.json asks for. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Failure(`需要 Node 20.19 或更新版本,当前是 ${process.versions.node}。请升级 Node(https://nodejs.org)后重试。`);
  }
}
