/**
 * Forms with a file, which the 64 kB of a Server Action cannot hold: a POST of its own, with its own
 * bound, that works as a plain form without JavaScript and ends with a redirect to a page.
 *
 * Everything else is as in `defineAction`: from our own pages, by an admin whom the database says is
 * one now, logged when refused, nothing read before that is known.
 */

import 'server-only';
import { database } from '@/db';
import { safeReturnPath } from '@/lib/auth/return-path';
import { comesFromHere } from '@/lib/auth/same-origin';
import { getSessionUser } from '@/lib/auth/session';
import { servedByHttps } from '@/lib/auth/session-cookie';
import { recordRefusedAction } from '@/lib/domain/audit/record-refused-action';
import { failureKind } from '@/lib/domain/transaction';
import { env } from '@/lib/env';
import { isLocale, type Locale } from '@/lib/i18n/locales';
import { localizedPath } from '@/lib/i18n/localized-path';
import { log, newReference } from '@/lib/log';
import { readAtMost } from '@/lib/read-at-most';
import { refusalTexts } from './refusal-text';

/** Why a file was not taken, whatever it is for. */
export type UploadRefusal = 'TOO_LARGE' | 'NO_FILE' | 'BUSY';

interface UploadRequest {
  form: FormData;
  userId: number;
  /** The page with the form, without a language prefix. */
  page: string;
  /** The instant of the request. */
  now: Date;
}

interface UploadDefinition<Refusal extends string> {
  /** Stands in the log: `admin.upload-picture`. */
  name: string;
  mostBytes: number;
  /** The page with the form, without a language prefix; refusals lead back to it as `?refused=…`. */
  page: string;
  /** @returns the page to show next, without a language prefix, or why not */
  run: (request: UploadRequest) => Promise<{ path: string } | { refused: Refusal | UploadRefusal }>;
}

/**
 * Makes the POST handler of one upload form. The form's address may carry `?locale=` and `?page=`,
 * the page to return to when it is not always the same.
 */
export function defineUpload<Refusal extends string>({
  name,
  mostBytes,
  page,
  run,
}: UploadDefinition<Refusal>): (request: Request) => Promise<Response> {
  return async (request) => {
    const { searchParams } = new URL(request.url);
    const asked = searchParams.get('locale') ?? '';
    const locale: Locale = isLocale(asked) ? asked : 'ko';
    const back = safeReturnPath(searchParams.get('page') ?? page);
    try {
      const user = await getSessionUser();
      const reason = doorReason(request.headers, user?.role);
      if (reason) {
        log('warn', 'action.refused', { action: name, reason, ...(user && { userId: user.id }) });
        if (reason === 'ADMIN_REQUIRED' && user) {
          await recordRefusedAction(database(), { userId: user.id, action: name }, new Date());
        }
        if (reason !== 'SIGN_IN_REQUIRED') return plain(403, reason);
        return seeOther(locale, `/sign-in?next=${encodeURIComponent(back)}`);
      }
      const refuse = (code: string) => {
        const sign = back.includes('?') ? '&' : '?';
        return seeOther(locale, `${back}${sign}refused=${code}`);
      };
      // The bound is checked again while reading: a body need not name its length, or be honest.
      if (Number(request.headers.get('content-length')) > mostBytes) return refuse('TOO_LARGE');
      const bytes = await readAtMost(request.body, mostBytes);
      if (bytes === null) return refuse('TOO_LARGE');
      const form = await readForm(bytes, request.headers.get('content-type') ?? '');
      if (form === null) return plain(400, 'NOT_A_FORM');
      const userId = (user as { id: number }).id;
      const result = await run({ form, userId, page: back, now: new Date() });
      return 'refused' in result ? refuse(result.refused) : seeOther(locale, result.path);
    } catch (error) {
      if (failureKind(error) !== 'bug') {
        log('error', 'action.unavailable', { action: name }, error);
        return plain(503, (await refusalTexts(locale))({ code: 'UNAVAILABLE' }));
      }
      const reference = newReference();
      log('error', 'action.failed', { reference, action: name }, error);
      return plain(500, reference);
    }
  };
}

function doorReason(headers: Headers, role: string | undefined) {
  if (!comesFromHere(headers, servedByHttps() ? env().publicUrl : undefined)) return 'CROSS_SITE';
  if (role === undefined) return 'SIGN_IN_REQUIRED';
  return role === 'admin' ? null : 'ADMIN_REQUIRED';
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData | null> {
  if (!type.startsWith('multipart/form-data')) return null;
  const whole = new Response(bytes, { headers: { 'Content-Type': type } });
  return whole.formData().catch(() => null);
}

function seeOther(locale: Locale, path: string): Response {
  const headers = { Location: localizedPath(locale, path), 'Cache-Control': 'no-store' };
  return new Response(null, { status: 303, headers });
}

function plain(status: number, text: string): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  return new Response(text, { status, headers });
}
