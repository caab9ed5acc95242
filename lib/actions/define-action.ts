/**
 * The one way to write a Server Action: authorise → parse → one command → answer.
 *
 * ```ts
 * // lib/actions/wallet.ts
 * 'use server';
 *
 * export const topUp = defineAction({
 *   name: 'wallet.top-up',
 *   role: 'shopper',
 *   // Built once a language. Texts of the schema are field errors; without one, `forms.json` says it.
 *   schema: (t) =>
 *     z.strictObject({
 *       amount: z.string().regex(/^\d+$/, t('wallet.amountInvalid')).transform(Number),
 *       idempotencyKey: z.uuid(),
 *     }),
 *   async run({ input, user, t, money, now }) {
 *     const outcome = await topUpWallet(database(), { userId: user.id, ...input }, limits, now);
 *     if (!outcome.ok) return outcome; // its text is found by its code, in refusals.json
 *     const { balance } = outcome.value;
 *     return {
 *       ok: true,
 *       data: { balance },
 *       message: t('wallet.done', { balance: money(balance) }),
 *       replayed: outcome.replayed,
 *     };
 *   },
 * });
 * ```
 *
 * `run` may also return `{ ok: false, fieldErrors: { amount: '…' } }`, or end with `redirect()`.
 * The form is `components/ui/action-form.tsx`, which has the other half of this example.
 */

import 'server-only';
import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import { database } from '@/db';
import { safeReturnPath } from '@/lib/auth/return-path';
import { isSameOrigin } from '@/lib/auth/same-origin';
import { getSessionUser, type SessionUser } from '@/lib/auth/session';
import { servedByHttps } from '@/lib/auth/session-cookie';
import { recordRefusedAction } from '@/lib/domain/audit/record-refused-action';
import { failureKind } from '@/lib/domain/transaction';
import { env } from '@/lib/env';
import { formatMoney } from '@/lib/format/money';
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n/locales';
import { unlocalizedPath } from '@/lib/i18n/localized-path';
import { redirect } from '@/lib/i18n/redirect';
import type { Texts } from '@/lib/i18n/texts';
import { log, newReference } from '@/lib/log';
import { setPageStatus } from '@/lib/page-status';
import type { ActionAnswer, FormAction } from '@/lib/views/action-answer';
import { fieldErrorsOf, fieldMessages } from './field-errors';
import { readFormFields, typedAgain } from './form-fields';
import { type DoorRefusal, refusalTexts, type ShownRefusal } from './refusal-text';

export type { Texts };

/** Who may send the form. `guest`: anybody. `shopper`: whoever is signed in. */
export type ActionRole = 'guest' | 'shopper' | 'admin';

/** What `run` works with. */
export interface ActionRequest<Input, Role extends ActionRole> {
  /** The parsed form. */
  input: Input;
  user: Role extends 'guest' ? SessionUser | null : SessionUser;
  locale: Locale;
  t: Texts;
  /** Won as this language writes it. */
  money: (won: number) => string;
  /** The instant of the request. */
  now: Date;
  /** When it came in, of `performance.now()`: a command's age counts from here (`age-rules.ts`). */
  since: number;
}

/** What `run` answers. A refused domain `Outcome` fits as it is. */
type AnyResult =
  | {
      ok: true;
      data: unknown;
      message: string;
      replayed?: boolean;
      /** The form keeps what was typed, as a preview does. */
      keepTyped?: boolean;
    }
  | { ok: false; refusal: ShownRefusal }
  | { ok: false; fieldErrors: Record<string, string> };

/** What the page gets to know of them. */
type DataOf<Result> = Extract<Result, { ok: true }> extends { data: infer Data } ? Data : never;
type RefusalOf<Result> =
  | DoorRefusal
  | (Result extends { refusal: infer Refusal extends ShownRefusal } ? Refusal : never);

export interface ActionDefinition<
  Role extends ActionRole,
  Schema extends z.ZodType,
  Result extends AnyResult,
> {
  /** Stands in the log: `wallet.top-up`. */
  name: string;
  role: Role;
  /** A `z.strictObject`, so that unknown fields are refused; `locale` is taken out before. */
  schema: (t: Texts) => Schema;
  /** Fields that are never shown again. */
  secretFields?: readonly string[];
  run: (request: ActionRequest<z.output<Schema>, Role>) => Promise<Result>;
}

/**
 * Makes the Server Action of one form. Whatever is sent, it answers `ok`, `invalid` or `refused`
 * in the page's language (hidden field `locale`), with everything typed but secrets.
 *
 * @throws only what is a bug: logged as `action.failed` under a reference code that the error page
 *   shows; a database that cannot be asked is refused as `UNAVAILABLE`
 */
export function defineAction<
  Role extends ActionRole,
  Schema extends z.ZodType,
  Result extends AnyResult,
>(
  definition: ActionDefinition<Role, Schema, Result>,
): FormAction<DataOf<Result>, RefusalOf<Result>> {
  const schemas = new Map<Locale, Schema>();

  return async (_previous, form) => {
    try {
      return await answer(definition, schemas, form);
    } catch (error) {
      unstable_rethrow(error);
      const reference = newReference();
      log('error', 'action.failed', { reference, action: definition.name }, error);
      throw Object.assign(new Error('action failed', { cause: error }), { digest: reference });
    }
  };
}

async function answer<Role extends ActionRole, Schema extends z.ZodType, Result extends AnyResult>(
  { name, role, schema, secretFields = [], run }: ActionDefinition<Role, Schema, Result>,
  schemas: Map<Locale, Schema>,
  form: FormData,
): Promise<ActionAnswer<DataOf<Result>, RefusalOf<Result>>> {
  const since = performance.now();
  const fields = readFormFields(form);
  const { locale: sentLocale, ...values } = fields.values;
  const locale = isLocale(sentLocale) ? sentLocale : defaultLocale;
  const t: Texts = await getTranslations({ locale });
  const typed = typedAgain(fields, [...secretFields, 'locale']);
  const answerId = crypto.randomUUID();

  const invalid = (fieldErrors: Record<string, string>) =>
    ({ kind: 'invalid', message: t('forms.check'), fieldErrors, typed, answerId }) as const;
  const refuse = async <R extends ShownRefusal>(refusal: R) => {
    const status = REFUSED_STATUS[refusal.code];
    // A form sent by a script reads its answer and no status.
    if (status && !(await headers()).has('next-action')) setPageStatus(status);
    const message = (await refusalTexts(locale))(refusal);
    return { kind: 'refused', refusal, message, typed, answerId } as const;
  };

  try {
    const user = await readSession();
    const refusal = await refusalAtDoor(role, user);
    if (refusal) {
      const who = user ? { userId: user.id } : {};
      log('warn', 'action.refused', { action: name, reason: refusal.code, ...who });
      if (refusal.code === 'ADMIN_REQUIRED' && user) {
        await recordRefusedAction(database(), { userId: user.id, action: name }, new Date());
      }
      if (refusal.code === 'SIGN_IN_REQUIRED') await sendFormToSignIn(locale);
      return refuse(refusal);
    }

    if (fields.broken.length > 0) {
      return invalid(Object.fromEntries(fields.broken.map((field) => [field, t('forms.broken')])));
    }
    const cached = schemas.get(locale) ?? schema(t);
    schemas.set(locale, cached);
    const parsed = await cached.safeParseAsync(values, { error: fieldMessages(t) });
    if (!parsed.success) return invalid(fieldErrorsOf(parsed.error));

    const result = await run({
      input: parsed.data,
      // The door let nobody in without a user unless the role is `guest`.
      user: user as ActionRequest<unknown, Role>['user'],
      locale,
      t,
      money: (won) => formatMoney(won, locale),
      now: new Date(),
      since,
    });
    if (result.ok) {
      const { message, replayed = false, keepTyped = false } = result;
      const data = result.data as DataOf<Result>;
      return { kind: 'ok', data, message, replayed, answerId, ...(keepTyped && { typed }) };
    }
    return 'refusal' in result
      ? refuse(result.refusal as RefusalOf<Result>)
      : invalid(result.fieldErrors);
  } catch (error) {
    // A command says itself what became of it: what fails beside it only looked something up. Thrown,
    // it would put the error page in the form's place, and take along what was typed.
    if (failureKind(error) === 'bug') throw error;
    log('error', 'action.unavailable', { action: name }, error);
    return refuse({ code: 'UNAVAILABLE' } as const);
  }
}

/** Of a page that answers a form without JavaScript; others are 200. */
const REFUSED_STATUS: Partial<Record<string, 409 | 503>> = {
  UNAVAILABLE: 503,
  BUSY: 503,
  // The same press is still under way, or nobody knows (hardening.md: 29).
  OUTCOME_UNKNOWN: 409,
};

/** Who is asking; asked twice where the first time met a connection that had died unnoticed. */
async function readSession(): Promise<SessionUser | null> {
  try {
    return await getSessionUser();
  } catch (error) {
    if (failureKind(error) !== 'unknown') throw error;
    return getSessionUser();
  }
}

/**
 * Sends a guest's form without JavaScript to sign in and back. Its page would be rendered for the
 * answer and would itself redirect a guest, by a 307 that has the browser post the form to the
 * sign-in page, where Next answers 409 and a bare line of text. With JavaScript the answer stands in
 * the open page.
 */
async function sendFormToSignIn(locale: Locale): Promise<void> {
  const sent = await headers();
  if (sent.has('next-action')) return;
  const from = sent.get('referer') ?? '';
  const { pathname, search } = URL.canParse(from) ? new URL(from) : { pathname: '/', search: '' };
  const next = safeReturnPath(unlocalizedPath(pathname + search));
  redirect(locale, `/sign-in?next=${encodeURIComponent(next)}`);
}

/** Why a request is not even read; null when it may come in. */
async function refusalAtDoor(
  role: ActionRole,
  user: SessionUser | null,
): Promise<DoorRefusal | null> {
  const publicOrigin = servedByHttps() ? env().publicUrl : undefined;
  if (!isSameOrigin(await headers(), publicOrigin)) return { code: 'CROSS_SITE' };
  if (role === 'guest') return null;
  if (!user) return { code: 'SIGN_IN_REQUIRED' };
  return role === 'admin' && user.role !== 'admin' ? { code: 'ADMIN_REQUIRED' } : null;
}
