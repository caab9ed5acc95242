import { loadLater } from './load-later';

/**
 * TanStack Query, fetched after hydration: no page waits for 10 kB that it only needs to stay
 * fresh. Undefined when the file does not come (a lost connection); what is shown then stays.
 */
export const loadQueries = () => loadLater(() => import('./query-client'));
