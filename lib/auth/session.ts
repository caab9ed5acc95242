/** Who is asking. The only way in for pages, queries and actions; everything here fails closed. */

import 'server-only';
import { forbidden } from 'next/navigation';
import { cache } from 'react';
import { database } from '@/db';
import type { Locale } from '@/lib/i18n/locales';
import { redirect } from '@/lib/i18n/redirect';
import { log } from '@/lib/log';
import { sessionClaims } from './next-auth';
import { findSessionUser, type SessionUser } from './session-store';

export type { SessionUser } from './session-store';

/**
 * The signed-in user, or null for a guest. Name, role and session are read from the database once
 * a request: a demoted admin, a signed-out or copied cookie has no power from the next request on.
 *
 * @throws when the database cannot be asked; nobody is let in then
 */
export const getSessionUser = cache(async (): Promise<SessionUser | null> => {
  const claims = await sessionClaims();
  return claims && findSessionUser(database(), claims, new Date());
});

/** Whose session this browser still has the cookie of, though it has ended; null: nobody's. */
export async function getEndedUserId(): Promise<number | null> {
  if (await getSessionUser()) return null;
  return (await sessionClaims())?.userId ?? null;
}

/**
 * The signed-in user of a member page; a guest is sent to sign in and comes back.
 * Admins are shoppers too: everybody has a wallet.
 * @param returnPath of this page with its query, without a language prefix: `/checkout?coupon=A`
 */
export async function requireShopper(locale: Locale, returnPath: string): Promise<SessionUser> {
  const user = await getSessionUser();
  return user ?? redirect(locale, `/sign-in?next=${encodeURIComponent(returnPath)}`);
}

/**
 * The admin of an admin page: a guest is sent to sign in, a shopper gets the 403 page and a line in
 * the log.
 */
export async function requireAdmin(locale: Locale, returnPath: string): Promise<SessionUser> {
  const user = await requireShopper(locale, returnPath);
  if (user.role === 'admin') return user;
  log('warn', 'page.refused', { path: returnPath, userId: user.id });
  return forbidden();
}
