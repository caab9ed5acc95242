import { log } from './log';

const LONGEST_MESSAGE = 500;

/**
 * Once, when the process starts: what Next prints to the terminal becomes a line of the log. It
 * prints errors whole, so those of the database with their statement's parameters: e-mails, addresses
 * and hashes of passwords. While developing the terminal stays as it is.
 */
export function logComplaints(): void {
  if (process.env.NODE_ENV === 'development') return;
  console.error = (...said: unknown[]) => complain('error', said);
  console.warn = (...said: unknown[]) => complain('warn', said);
}

function complain(level: 'error' | 'warn', said: unknown[]): void {
  const error = said.find((part) => part instanceof Error);
  // Next gives it to what failed in a page or an action, and reports that to `onRequestError` too,
  // after printing it: `request.failed` tells of it, with its address.
  if (error && 'digest' in error) return;
  const words = said.filter((part) => typeof part === 'string').join(' ');
  const message = words.trim().slice(0, LONGEST_MESSAGE);
  // Next writes an empty line before some of its own.
  if (error || message !== '') log(level, 'framework.complained', { message }, error);
}
