import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { inRoot } from './paths.mjs';
import { bin, run } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const elsewhere = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * A Chromium that starts, with fonts for Chinese: `CHROMIUM_PATH`, one that is installed, Playwright's own download,
 * or (as root on Debian) the distribution's. Throws Failure when none can be had.
 */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (await starts(given)) return given;
    throw new Failure(`CHROMIUM_PATH does not start: ${given}`);
  }
  const found = (await installed()) ?? (await downloaded()) ?? (await fromDebian());
  if (!found)
    throw new Failure(
      'No Chromium found, and it could not be installed. Install one (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH.',
    );
  await ensureChineseFonts();
  return found;
}

async function installed() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), ...elsewhere];
  for (const file of candidates) if (fs.existsSync(file) && (await starts(file))) return file;
  return undefined;
}

async function downloaded() {
  const { chromium } = createRequire(inRoot('package.json'))('@playwright/test');
  const file = chromium.executablePath();
  if (!fs.existsSync(file)) {
    console.log('No Chromium on this machine: trying Playwright’s download …');
    await run(bin('.', 'playwright'), ['install', 'chromium'], { quiet: true, timeoutMs: 300_000 });
  }
  return fs.existsSync(file) && (await starts(file)) ? file : undefined;
}

async function fromDebian() {
  if (!(await aptInstall(['chromium', 'fonts-noto-cjk']))) return undefined;
  return installed();
}

async function ensureChineseFonts() {
  const { ok, output } = await run('fc-list', [':lang=zh', 'family'], { quiet: true });
  if (process.platform !== 'linux' || (ok && output.trim())) return;
  if (!(await aptInstall(['fonts-noto-cjk'])))
    console.log('Warning: no font for Chinese on this machine; pages will show boxes (Debian: apt-get install fonts-noto-cjk).');
}

async function aptInstall(packages) {
  if (process.getuid?.() !== 0 || !fs.existsSync('/etc/debian_version')) return false;
  console.log(`Installing ${packages.join(', ')} by apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { quiet: true, env });
  return (await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], { quiet: true, env })).ok;
}

async function starts(file) {
  return (await run(file, ['--version'], { quiet: true, timeoutMs: 20_000 })).ok;
}
