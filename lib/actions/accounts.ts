'use server';

import { CredentialsSignin } from 'next-auth';
import { z } from 'zod';
import { database } from '@/db';
import { clientAddress } from '@/lib/auth/client-address';
import { signOut as endSignIn, signIn as openSignIn } from '@/lib/auth/next-auth';
import { hashPassword } from '@/lib/auth/password';
import { safeReturnPath } from '@/lib/auth/return-path';
import { closeSession } from '@/lib/auth/session-store';
import { countSignIn, forgiveSignIn } from '@/lib/auth/sign-in-limits';
import { openAccount } from '@/lib/domain/accounts/open-account';
import { normaliseEmail } from '@/lib/domain/accounts/rules';
import { unlocalizedPath } from '@/lib/i18n/localized-path';
import { redirect } from '@/lib/i18n/redirect';
import { log } from '@/lib/log';
import { defineAction, type Texts } from './define-action';
import { chosenPassword, personName, typedPassword } from './person-fields';

const LONGEST_EMAIL = 254;

const email = (t: Texts) =>
  z
    .string()
    .min(1)
    .transform(normaliseEmail)
    .pipe(z.email(t('auth.emailInvalid')).max(LONGEST_EMAIL));

/** Where the sign-in came from; judged by `safeReturnPath`, so anything may stand in it. */
const next = z.string().optional();

const credentialsOf = ({ email, password }: { email: string; password: string }) => ({
  email,
  password,
});

/** Opens a session, moves the guest's cart over and goes back to `next`. */
export const signIn = defineAction({
  name: 'account.sign-in',
  role: 'guest',
  secretFields: ['password'],
  schema: (t) => z.strictObject({ email: email(t), password: typedPassword(t), next }),
  async run({ input, locale }) {
    const attempt = { email: input.email, address: await clientAddress() };
    const waitSeconds = await countSignIn(database(), attempt);
    if (waitSeconds > 0) {
      log('warn', 'sign-in.refused', { reason: 'TOO_MANY_TRIES' });
      return { ok: false, refusal: { code: 'TOO_MANY_TRIES', waitSeconds } };
    }
    try {
      await openSignIn('credentials', { ...credentialsOf(input), redirect: false });
    } catch (error) {
      if (!(error instanceof CredentialsSignin)) throw error;
      log('warn', 'sign-in.refused', { reason: 'WRONG_CREDENTIALS' });
      return { ok: false, refusal: { code: 'WRONG_CREDENTIALS' } };
    }
    await forgiveSignIn(database(), attempt);
    return redirect(locale, unlocalizedPath(safeReturnPath(input.next)));
  },
});

/** Opens an account with its wallet, signs in and goes on to `next`. */
export const signUp = defineAction({
  name: 'account.sign-up',
  role: 'guest',
  secretFields: ['password'],
  schema: (t) =>
    z.strictObject({
      name: personName(t),
      email: email(t),
      password: chosenPassword(t),
      next,
    }),
  async run({ input, locale, now }) {
    const waitSeconds = await countSignIn(database(), {
      email: null,
      address: await clientAddress(),
    });
    if (waitSeconds > 0) return { ok: false, refusal: { code: 'TOO_MANY_TRIES', waitSeconds } };

    const account = {
      name: input.name,
      email: input.email,
      passwordHash: await hashPassword(input.password),
      role: 'shopper',
    } as const;
    const outcome = await openAccount(database(), account, now);
    if (!outcome.ok) return outcome;
    log('info', 'sign-up.succeeded', { userId: outcome.value.userId });
    await openSignIn('credentials', { ...credentialsOf(input), redirect: false });
    return redirect(locale, unlocalizedPath(safeReturnPath(input.next)));
  },
});

/** Ends the session on the server too, so that a copy of the cookie is worth nothing. */
export const signOut = defineAction({
  name: 'account.sign-out',
  role: 'guest',
  schema: () => z.strictObject({}),
  async run({ locale, user }) {
    if (user) {
      await closeSession(database(), user.sessionId);
      log('info', 'sign-out', { userId: user.id });
    }
    await endSignIn({ redirect: false });
    return redirect(locale, '/');
  },
});
