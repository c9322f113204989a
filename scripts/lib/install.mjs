import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { inRoot } from './paths.mjs';
import { run } from './run.mjs';
import { hashOf, isDone, markDone } from './stamp.mjs';

const windows = process.platform === 'win32';

/** Installs the locked dependencies unless that was done for this lockfile. Resolves to false when there was nothing to do. */
export async function install() {
  requireWritable();
  const hash = `${hashOf(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'])} ${process.platform} ${process.arch}`;
  const products = [
    'node_modules/.pnpm',
    ...['packages/db', 'apps/server', 'apps/web', 'apps/public'].map((folder) => `${folder}/node_modules`),
  ];
  if (isDone('install', hash, products)) return false;
  const [command, ...prefix] = await pnpm();
  const args = [
    'install',
    '--frozen-lockfile',
    '--prod=false',
    '--config.confirm-modules-purge=false',
    '--config.pm-on-fail=ignore',
    '--reporter=append-only',
  ];
  const result = await run(command, [...prefix, ...args], { env: installEnv(), quiet: true });
  if (!result.ok) throw installFailure(result.output);
  markDone('install', hash);
  return true;
}

function requireWritable() {
  try {
    fs.accessSync(inRoot(), fs.constants.W_OK);
  } catch {
    throw new Failure(`没有写权限:${inRoot()}。请用该目录的属主启动,或把程序放到自己可写的目录。`);
  }
}

/** The pnpm that package.json names: one that is installed, else through npx. */
async function pnpm() {
  const version = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8')).packageManager.split('@')[1];
  const found = await run(windows ? 'pnpm.cmd' : 'pnpm', ['--version'], { cwd: os.tmpdir(), quiet: true, env: installEnv() });
  if (found.ok && found.output.trim() === version) return [windows ? 'pnpm.cmd' : 'pnpm'];
  return [windows ? 'npx.cmd' : 'npx', '--yes', `pnpm@${version}`];
}

/** Service accounts often have no home to write to: npm's and pnpm's caches then go to ./data. */
function installEnv() {
  const env = { ...process.env, COREPACK_ENABLE_STRICT: '0', COREPACK_ENABLE_DOWNLOAD_PROMPT: '0', NO_UPDATE_NOTIFIER: '1' };
  if (isWritable(os.homedir())) return env;
  const home = inRoot('data', 'home');
  fs.mkdirSync(home, { recursive: true });
  for (const name of Object.keys(env)) if (/^(npm_config_(cache|userconfig|prefix)|XDG_)/i.test(name)) delete env[name];
  return { ...env, HOME: home, USERPROFILE: home, npm_config_cache: path.join(home, '.npm') };
}

function isWritable(dir) {
  try {
    fs.accessSync(dir, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const causes = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|network/i,
    '连不上 npm 源。请检查网络或代理;内网可先执行 npm config set registry <镜像地址> 再重试。',
  ],
  [/ENOSPC|No space left/i, '磁盘空间不足。请清理磁盘后重试。'],
  [
    /EACCES|EPERM|EROFS|Permission denied|Read-only file system/i,
    '没有写权限。node_modules 可能由其他用户(如 root)安装过:请用该用户启动,或删除 node_modules 后重试。',
  ],
  [/OUTDATED_LOCKFILE/, 'pnpm-lock.yaml 与 package.json 不一致。请还原这两个文件后重试。'],
  [/E40[134]|ERR_PNPM_FETCH_40/, 'npm 源拒绝了请求或缺少所需的包。请检查 npm 的 registry 设置后重试。'],
];

function installFailure(output) {
  const log = inRoot('install.log');
  fs.writeFileSync(log, output);
  const known = causes.find(([pattern]) => pattern.test(output))?.[1];
  const last = output
    .trim()
    .split('\n')
    .findLast((line) => /ERR|error/i.test(line));
  return new Failure(`安装依赖失败:${known ?? last ?? '原因不明。'}(详见 ${log})`);
}
