import { nextTask } from './next-task';

/**
 * TanStack Query, fetched after hydration: no page waits for 10 kB that it only needs to stay
 * fresh. Undefined when the file does not come (a lost connection); what is shown then stays.
 */
export async function loadQueries() {
  await nextTask();
  return import('./query-client').catch(() => undefined);
}
