import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { NotFoundScreen } from './not-found-screen';

/**
 * A page's whole answer when what it is about does not exist: `if (!product) return <MissingPage />`.
 *
 * `notFound()` thrown by the page itself gives a 404 whose body is empty until scripts run. Thrown
 * inside a boundary, the prerendered 404 of a public page keeps the shell and this screen, so it
 * reads without JavaScript too. Public pages only: a page rendered per request has sent its 200 by
 * then and answers with `MissingPerRequest`.
 */
export function MissingPage() {
  return (
    <Suspense fallback={<NotFoundScreen />}>
      <Missing />
    </Suspense>
  );
}

async function Missing(): Promise<never> {
  notFound();
}
