import { readAtMost } from '@/lib/read-at-most';
import { calledAction } from './action-call';

/** The longest form that is read (hardening.md: 57); Next has the same bound (`next.config.mjs`). */
export const FORM_BYTES = 64 * 1024;

/**
 * 400: no form of ours; 403: from another site; 404: of a page that is gone, as after a new build;
 * 413: too long.
 */
export type FormRefusal = 400 | 403 | 404 | 413;

/**
 * Why a posted form must not reach a page; null when it may (hardening.md: 50–53, 57–62). Next
 * refuses most of the same by failing, which is answered with a 500 and costs a rendering. A form
 * without an `Origin` is left to `isSameOrigin`, whose answer stands in the page.
 *
 * @param isKnown whether this build has an action of that id
 */
export async function refusedForm(
  request: Pick<Request, 'headers' | 'body'>,
  isKnown: (actionId: string) => boolean,
): Promise<FormRefusal | null> {
  const { headers } = request;
  const origin = headers.get('origin');
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  if (origin !== null && hostOf(origin) !== host) return 403;
  if (Number(headers.get('content-length')) > FORM_BYTES) return 413;
  const body = await readAtMost(request.body, FORM_BYTES);
  if (body === null) return 413;
  const contentType = headers.get('content-type') ?? '';
  const called = calledAction({ contentType, actionId: headers.get('next-action'), body });
  if (called === null) return 400;
  return isKnown(called) ? null : 404;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
