import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  /** Port that the app listens on. */
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  /** Address that the app listens on; the demo always listens on loopback. */
  HOST: z.string().default('0.0.0.0'),
  /**
   * Proxies in front of the server whose word on the visitor's address is taken, addresses or networks separated by commas. It decides whom
   * the public site's limits count: with a proxy that is missing here all visitors are one address, and a name too many lets a visitor invent
   * addresses.
   */
  TRUSTED_PROXIES: z.string().min(1).default('loopback'),
  /** Address that people type, e.g. https://duban.example.gov.cn; decides whether cookies are Secure. */
  PUBLIC_URL: z.url().optional(),
  /** Your PostgreSQL; without it the embedded one is started. */
  DATABASE_URL: z.string().min(1).optional(),
  /** Keys and the embedded database live here. */
  DUBAN_DATA_DIR: z.string().default(`${root}data`),
  /** Master key, 64 hex digits; without it one is made in the data folder. */
  DUBAN_MASTER_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
  /** Fixes the business day, for tests and demonstrations. */
  DUBAN_TODAY: z.iso.date().optional(),
  /** Mail server, e.g. smtp://user:password@mail.example.gov.cn:587; without it no mail is sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of the mail, e.g. 督办系统 <duban@example.gov.cn>. */
  MAIL_FROM: z.string().min(1).default('督办系统 <duban@localhost>'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

export type Env = z.infer<typeof schema> & { root: string };

/** Reads the environment; a bad value ends the program with one line that names it. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== '')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`环境变量 ${issue?.path.join('.')} 不正确：${issue?.message}`);
  }
  return { ...parsed.data, root };
}
