import type { Instrumentation } from 'next';

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
  const { publicUrl } = env();
  logComplaints();
  learnActions(process.env.DIST_DIR || '.next');
  watchForDraining();
  watchResponses();
  mendUnreadablePaths();
  trustForwardedHeaders(publicUrl);
  secureResponses(publicUrl);
}

/**
 * Logs every failure that a page, an action or a route did not answer itself. `digest` is the
 * reference that the error page shows, without scripts too. A database out of reach is a 503, everything else a 500.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, { path, method }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { failureKind } = await import('./lib/domain/transaction');
  const { log, newReference } = await import('./lib/log');
  const { explainFailure } = await import('./lib/failed-page');
  const { presentResponse, sayUnavailable } = await import('./lib/page-status');
  if (failureKind(error) !== 'bug') sayUnavailable();
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  // Without the query: what people search for or type does not belong in a log.
  const [pathname = ''] = path.split('?');
  const reference = digest ?? newReference();
  const fields = { reference, path: pathname, method };
  const response = presentResponse();
  if (response) explainFailure(response, reference, pathname);
  log('error', 'request.failed', digest ? { ...fields, digest } : fields, error);
};
