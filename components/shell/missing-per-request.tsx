import { setPageStatus } from '@/lib/page-status';
import { NotFoundScreen } from './not-found-screen';

/**
 * `MissingPage` for member and admin pages, as their whole answer: a 404 that reads without
 * JavaScript, inside the page's own shell and policy.
 */
export function MissingPerRequest() {
  setPageStatus(404);
  return <NotFoundScreen />;
}
