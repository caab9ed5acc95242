import { failureKind } from './domain/transaction';
import { explainFailure } from './failed-page';
import { log, newReference } from './log';
import { presentResponse, sayUnavailable } from './page-status';

/**
 * Logs a failure that a page, an action or a route did not answer itself, and has its answer say so:
 * a database out of reach is a 503, everything else a 500. At once, because the answer may be on its
 * way a moment later.
 *
 * @param error with a `digest` where an error page shows that as its reference
 * @param path of the request; without its query, for what people search for does not belong in a log
 */
export function reportFailure(
  error: unknown,
  { path, method }: { path: string; method: string },
): void {
  if (failureKind(error) !== 'bug') sayUnavailable();
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  const [pathname = ''] = path.split('?');
  const reference = digest ?? newReference();
  const fields = { reference, path: pathname, method };
  const response = presentResponse();
  if (response) explainFailure(response, reference, pathname);
  log('error', 'request.failed', digest ? { ...fields, digest } : fields, error);
}
