/**
 * Structured logs: one JSON object a line on standard output, every event from a closed list.
 *
 * An event that is not in `LogEvents` does not compile, so the list below is the complete answer to
 * "what can this shop log, and with which fields".
 */

import { randomInt } from 'node:crypto';
import pino from 'pino';

/** Event names with their fields. Ids only: no names, addresses, e-mails, passwords or codes. */
export interface LogEvents {
  'app.started': { nodeEnv: string };
  'app.stopping': { signal: string };
  'request.failed': { reference: string; path: string; method: string; digest?: string };
  'framework.complained': { message: string };
  'action.failed': { reference: string; action: string };
  /** The database did not answer a form; whoever sent it was asked to press again. */
  'action.unavailable': { action: string };
  /** A balance is not the sum of its entries. */
  'wallet.broken': { userId: number };
  'query.failed': { reference: string; query: string };
  'sign-in.succeeded': { userId: number };
  'sign-in.refused': { reason: string };
  'sign-out': { userId: number };
  'sign-out.everywhere': { userId: number };
  'sign-up.succeeded': { userId: number };
  /** A signed-in user was asked for the password again, and typed another. */
  'password.refused': { userId: number };
  'password.changed': { userId: number };
  'account.closed': { userId: number };
  'action.refused': { action: string; reason: string; userId?: number };
  'page.refused': { path: string; userId: number };
  'admin.changed': { action: string; userId: number; subject: string };
  'attempts.unrecorded': Record<string, never>;
  'command.unsettled': Record<string, never>;
  'batch.refused': Record<string, never>;
  'days.unclosed': Record<string, never>;
}

type Level = 'debug' | 'info' | 'warn' | 'error';

/** Last line of defence, should an error object carry a secret in its own fields. */
const SECRET_PATHS = ['password', 'passwordHash', 'authSecret', 'token', 'cookie', 'DATABASE_URL'];

const logger = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: {
    paths: SECRET_PATHS.flatMap((path) => [path, `*.${path}`, `*.*.${path}`]),
    censor: '[redacted]',
  },
  serializers: { error: describeError },
});

/** Writes one event. `error` adds its message, code and stack, never the parameters of a statement. */
export function log<Name extends keyof LogEvents>(
  level: Level,
  event: Name,
  fields: LogEvents[Name],
  error?: unknown,
): void {
  logger[level](error === undefined ? { event, ...fields } : { event, ...fields, error });
}

/** No vowels and no look-alikes: it is read out over the telephone and spells no word. */
const REFERENCE_LETTERS = '23456789BCDFGHJKMNPQRSTVWXZ';

/** A code such as `K7Q2-9MXB` that ties what a person saw to the line in the log. */
export function newReference(): string {
  const letters = Array.from({ length: 8 }, () => REFERENCE_LETTERS[randomInt(27)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/**
 * What a log line says about an error. The parameters of a failed statement stay out: they may be
 * an address, an e-mail or the hash of a password. The driver hides its own; drizzle writes them
 * into the message, and so into the stack.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? error.code : undefined;
  const cause = error.cause === undefined ? undefined : describeError(error.cause);
  const failedQuery = 'params' in error && 'query' in error;
  const message = failedQuery ? `Failed query: ${error.query}` : error.message;
  const stack = error.stack?.replace(error.message, () => message);
  return { name: error.name, message, code, stack, cause };
}
