import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { routes } from './routes.ts';
import { settled } from './settled.ts';
import { signIn } from './sign-in.ts';

/**
 * `pnpm screens [folder] [path]`: pictures of every screen in three sizes, light and dark, from a running server (BASE_URL, default port 4000),
 * to be looked at.
 */
const [folder = 'screens', only] = process.argv.slice(2);
const baseURL = process.env.BASE_URL ?? 'http://127.0.0.1:4000';
const sizes = { office: [1366, 768], wide: [1920, 1080], phone: [390, 844] } as const;

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
for (const [size, [width, height]] of Object.entries(sizes))
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ baseURL, viewport: { width, height }, colorScheme, locale: 'zh-CN' });
    const page = await context.newPage();
    for (const { path, account } of routes.filter((route) => !only || route.path === only)) {
      await signIn(page, account);
      await page.goto(path);
      await settled(page);
      const name = path === '/' ? 'cockpit' : path.slice(1).replaceAll('/', '-');
      await page.screenshot({ path: `${folder}/${name}.${size}.${colorScheme}.png` });
    }
    await context.close();
  }
await browser.close();
