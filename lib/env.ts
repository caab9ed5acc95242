/**
 * The environment, parsed once. A wrong value stops the start with one line that names the variable.
 *
 * `.env.example` lists every variable with its default; a test keeps the two the same.
 */

import { z } from 'zod';

const LONGEST_PORT = 65_535;
const SECRET_BYTES = 32;
/** Of AES. */
const KEY_BYTES = [16, 24, 32];

/** Secrets that stand in tutorials: long enough perhaps, but known to everybody. */
const KNOWN_SECRETS = /^(?:secret|password|changeme|change-me|your-?secret.*|(.)\1+)$/i;

const wholeNumber = (least: number, most: number, fallback: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((n) => n >= least && n <= most, `must be from ${least} to ${most}`)
    .default(fallback);

/** Won; the ceiling keeps every sum of them a safe integer. */
const won = (fallback: number) => wholeNumber(1, 1_000_000_000_000, fallback);

const databaseUrl = z
  .string()
  .refine(isPostgresUrl, {
    error: 'must look like postgres://user:password@host:5432/name',
    abort: true,
  })
  .refine(
    (url) => isLocal(new URL(url)) || new URL(url).searchParams.get('sslmode') !== 'disable',
    'sends passwords and money in the clear: drop sslmode=disable for a remote server',
  );

const publicUrl = z
  .string()
  .refine((url) => URL.canParse(url) && /^https?:/.test(url), {
    error: 'must be an http(s) address',
    abort: true,
  })
  .refine(
    (url) => url.startsWith('https:') || isLocal(new URL(url)),
    'must be https, except on localhost',
  )
  .transform((url) => new URL(url).origin);

const authSecret = z
  .string()
  .refine((s) => Buffer.byteLength(s) >= SECRET_BYTES, `must be at least ${SECRET_BYTES} bytes`)
  .refine((s) => !KNOWN_SECRETS.test(s), 'must be random, for example `openssl rand -base64 48`');

/** Next reads it itself, and fails at the first form where it is none. */
const actionKey = z
  .string()
  .refine(
    (key) =>
      /^[A-Za-z0-9+/]+={0,2}$/.test(key) && KEY_BYTES.includes(Buffer.from(key, 'base64').length),
    'must be 16, 24 or 32 bytes in base64, for example `openssl rand -base64 32`',
  );

const schema = z
  .object({
    PORT: wholeNumber(1, LONGEST_PORT, 3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATABASE_URL: databaseUrl.optional(),
    DATA_DIR: z.string().min(1).default('.data'),
    LEAST_FREE_MB: wholeNumber(64, 1_000_000_000, 64),
    AUTH_SECRET: authSecret.optional(),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey.optional(),
    PUBLIC_URL: publicUrl.optional(),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    DB_POOL_MAX: wholeNumber(1, 1_000, 10),
    DRAIN_SECONDS: wholeNumber(0, 300, 0),
    TOP_UP_MIN_WON: won(1_000),
    TOP_UP_MAX_WON: won(1_000_000),
    TOP_UP_DAY_MAX_WON: won(2_000_000),
    WALLET_MAX_WON: won(2_000_000),
  })
  .superRefine((vars, context) => {
    const refuse = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message });
    if (vars.DATABASE_URL && !vars.AUTH_SECRET) {
      refuse(
        'AUTH_SECRET',
        'is required with DATABASE_URL; make one with `openssl rand -base64 48`',
      );
    }
    if (vars.TOP_UP_MIN_WON > vars.TOP_UP_MAX_WON) {
      refuse('TOP_UP_MIN_WON', 'must not be above TOP_UP_MAX_WON');
    }
    if (vars.TOP_UP_MAX_WON > vars.TOP_UP_DAY_MAX_WON) {
      refuse('TOP_UP_MAX_WON', 'must not be above TOP_UP_DAY_MAX_WON');
    }
  })
  .transform((vars) => ({
    port: vars.PORT,
    host: vars.HOST,
    /** Unset outside a served shop: `npm start` fills it in for the embedded server. */
    databaseUrl: vars.DATABASE_URL,
    dataDir: vars.DATA_DIR,
    /** Megabytes of disk below which the embedded server takes no changes. */
    leastFreeMb: vars.LEAST_FREE_MB,
    /** Always set when `databaseUrl` is. */
    authSecret: vars.AUTH_SECRET,
    /** Origin without a slash at its end. */
    publicUrl: vars.PUBLIC_URL ?? `http://localhost:${vars.PORT}`,
    logLevel: vars.LOG_LEVEL,
    poolMax: vars.DB_POOL_MAX,
    /** How long a stopping shop still takes requests while `ready` already says 503. */
    drainMs: vars.DRAIN_SECONDS * 1_000,
    /** Won (`spec.md`: Top-up limits). */
    topUpLimits: {
      min: vars.TOP_UP_MIN_WON,
      max: vars.TOP_UP_MAX_WON,
      perDay: vars.TOP_UP_DAY_MAX_WON,
      held: vars.WALLET_MAX_WON,
    },
  }));

export type Env = z.output<typeof schema>;

/** Names of every variable that is read, for the test that compares `.env.example`. */
export const ENV_NAMES = Object.keys(schema.in.shape).sort();

/** A wrong environment. The message is one line and never holds a value, which may be a secret. */
export class EnvError extends Error {
  override name = 'EnvError';
}

/**
 * Parses an environment; an empty value counts as unset.
 *
 * @throws {EnvError} naming the first wrong variable and how to mend it
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new EnvError(`${issue?.path.join('.')} ${issue?.message}`);
}

let parsed: Env | undefined;

/** The process's environment, parsed at the first call. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

function isPostgresUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, pathname } = new URL(url);
  return /^postgres(?:ql)?:$/.test(protocol) && pathname.length > 1;
}

function isLocal({ hostname }: URL): boolean {
  return ['', 'localhost', '[::1]'].includes(hostname) || hostname.startsWith('127.');
}
