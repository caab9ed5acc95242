import type { Instrumentation } from 'next';
import type { reportFailure } from './lib/report-failure';

let report: typeof reportFailure | undefined;

/** Next runs this once in every server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { env } = await import('./lib/env');
  const { watchForDraining } = await import('./lib/draining');
  const { watchResponses } = await import('./lib/page-status');
  const { mendUnreadablePaths } = await import('./lib/readable-path');
  const { learnActions } = await import('./lib/auth/known-actions');
  const { logComplaints } = await import('./lib/complaints');
  const { secureResponses } = await import('./lib/security-headers');
  const { trustForwardedHeaders } = await import('./lib/trusted-headers');
  report = (await import('./lib/report-failure')).reportFailure;
  const { publicUrl } = env();
  logComplaints();
  learnActions(process.env.DIST_DIR || '.next');
  watchForDraining();
  watchResponses();
  mendUnreadablePaths();
  trustForwardedHeaders(publicUrl);
  secureResponses(publicUrl);
}

/** Each failure that a page, an action or a route did not answer itself (`reportFailure`). */
export const onRequestError: Instrumentation.onRequestError = (error, request) =>
  report?.(error, request);
